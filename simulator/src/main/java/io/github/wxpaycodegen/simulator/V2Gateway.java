package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Judges each v2 request, and answers it as it deserves or as the programme says. */
final class V2Gateway implements ProtocolGateway {
    /** The operation that tells the key for the encrypted fields of requests, and its field. */
    private static final String PUBLIC_KEY_URI = "v2/risk/getpublickey";

    private static final String PUBLIC_KEY = "pub_key";

    private final Operations operations;
    private final PlatformKeys keys;
    private final V2RequestChecks checks;
    private final V2Answers answers;
    private final V2Signer signer;
    private final Memory memory;
    private final Bills bills;

    V2Gateway(Operations operations, Identity identity, String appid, String workwxSecret, Backstage backstage) {
        String mchid = identity.mchid();
        this.operations = operations;
        this.keys = identity.platformKeys();
        this.signer = new V2Signer(identity.v2Key());
        this.checks = new V2RequestChecks(operations, mchid, signer, new WorkwxSigner(workwxSecret), keys);
        this.answers = new V2Answers(operations, mchid, appid, identity.caller().publicKey());
        this.memory = backstage.memory();
        this.bills = backstage.bills();
    }

    @Override
    public Handled handle(
            RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Behaviour behaviour) {
        V2Verdict verdict = checks.check(head, body, clientCertificate);
        Map<String, String> answered = new LinkedHashMap<>();
        Answer answer = answer(head, verdict, behaviour, answered);
        return new Handled(findings(head, verdict, answered), answer);
    }

    private static Findings findings(RequestHead head, V2Verdict verdict, Map<String, String> answered) {
        // Without a body the fields are those of the query, and only then is the query more than decoration.
        Map<String, String> query = head.method().equals("GET") ? verdict.fields() : Map.of();
        return new Findings(
                Map.of(),
                query,
                verdict.fields(),
                verdict.undeclared(),
                verdict.refusal().map(V2Refusal::text),
                answered);
    }

    private Answer answer(RequestHead head, V2Verdict verdict, Behaviour behaviour, Map<String, String> answered) {
        V2Refusal refusal = verdict.refusal().orElse(null);
        if (refusal instanceof V2Refusal.Http page) {
            return Answer.html(page.status(), page.title());
        }
        Optional<Operation> found = operations.route(head.path()).flatMap(route -> route.operation(head.method()));
        if (found.isPresent() && found.get().responseKind() == ResponseKind.JSON) {
            return jsonAnswer(found.get(), refusal == null ? behaviour.businessError() : verdict.refusal(), answered);
        }
        if (refusal instanceof V2Refusal.Protocol failure) {
            return Answer.xml(V2Xml.write(V2Answers.failure(failure)));
        }
        Operation operation = found.orElseThrow();
        if (refusal instanceof V2Refusal.Business failure && !hasResultCode(operation)) {
            return noBill(new V2Refusal.Business(Problem.BAD_DATE.v2().code(), failure.description()));
        }
        if (refusal instanceof V2Refusal.Business failure) {
            return signed(operation, answers.failure(operation, failure, verdict.fields()), verdict, Behaviour.usual());
        }
        return behaviour
                .businessError()
                .map(error ->
                        signed(operation, answers.failure(operation, error, verdict.fields()), verdict, behaviour))
                .orElseGet(() -> done(head, operation, verdict, behaviour, answered));
    }

    private Answer done(
            RequestHead head,
            Operation operation,
            V2Verdict verdict,
            Behaviour behaviour,
            Map<String, String> answered) {
        Optional<StatefulOperation> remembered = memory.find(head.method(), uri(head));
        if (remembered.isEmpty()) {
            return success(head, operation, verdict, behaviour, answered);
        }
        try {
            Map<String, String> values = remembered.get().apply(content(verdict));
            return success(operation, answers.known(operation, verdict.fields(), values), verdict, behaviour, answered);
        } catch (ProblemException e) {
            Map<String, String> failure = answers.failure(operation, e.problem().v2(), verdict.fields());
            return signed(operation, failure, verdict, behaviour);
        }
    }

    /** What the caller says: without what makes every message another one, and what the gateway ignores. */
    private static Map<String, String> content(V2Verdict verdict) {
        Map<String, String> fields = new LinkedHashMap<>(verdict.fields());
        fields.keySet().removeAll(Set.of("sign", "nonce_str"));
        fields.keySet().removeAll(verdict.undeclared());
        return fields;
    }

    private Answer success(
            RequestHead head,
            Operation operation,
            V2Verdict verdict,
            Behaviour behaviour,
            Map<String, String> answered) {
        if (operation.responseKind() == ResponseKind.STREAM) {
            return bill(head.path(), verdict.fields());
        }
        if (operation.responseKind() == ResponseKind.REDIRECT) {
            return Answer.html(200, "OK");
        }
        Map<String, String> fields = answers.success(operation, verdict.fields());
        if (uri(head).equals(PUBLIC_KEY_URI)) {
            fields.put(PUBLIC_KEY, PemText.rsaPublicKey(keys.v2Keys().getPublic()));
        }
        return success(operation, fields, verdict, behaviour, answered);
    }

    private String uri(RequestHead head) {
        return operations.route(head.path()).orElseThrow().endpoint().uri();
    }

    private Answer success(
            Operation operation,
            Map<String, String> fields,
            V2Verdict verdict,
            Behaviour behaviour,
            Map<String, String> answered) {
        fields.remove("sign");
        fields.computeIfPresent("nonce_str", (name, sample) -> nonce());
        answered.putAll(fields);
        answered.putAll(Flattened.of(answers.nested(operation)));
        answers.encrypt(operation, fields);
        return signed(operation, fields, verdict, behaviour);
    }

    /** A bill, or XML that says that there is none; the gateway says both with status 200. */
    private Answer bill(String path, Map<String, String> request) {
        String which = path.contains("fundflow") ? "fundflowbill" : "tradebill";
        try {
            FileContent plain = bills.find(
                    which,
                    BeijingTime.v2Day(request.getOrDefault("bill_date", "")),
                    request.getOrDefault("bill_type", "ALL"));
            return Answer.file("GZIP".equals(request.get("tar_type")) ? plain.gzip() : plain);
        } catch (ProblemException e) {
            return noBill(e.problem().v2());
        }
    }

    /** Some files, such as trade bills, are refused without a result_code. */
    private static boolean hasResultCode(Operation operation) {
        return operation.responseKind() != ResponseKind.STREAM
                || operation.errorFields().stream()
                        .anyMatch(field -> field.name().equals("result_code"));
    }

    private static Answer noBill(V2Refusal.Business problem) {
        Map<String, String> failure = V2Answers.failure(new V2Refusal.Protocol(problem.description()));
        failure.put("error_code", problem.code());
        return Answer.xml(V2Xml.write(failure));
    }

    private Answer jsonAnswer(
            Operation operation, Optional<? extends V2Refusal> refusal, Map<String, String> answered) {
        ObjectNode document =
                refusal.isPresent() ? V2Answers.jsonFailure(refusal.get()) : answers.jsonSuccess(operation);
        answered.putAll(Flattened.of(document));
        return Answer.json(200, JsonText.write(document));
    }

    private Answer signed(Operation operation, Map<String, String> fields, V2Verdict verdict, Behaviour behaviour) {
        behaviour.beforeSigning(fields);
        if (!operation.responseUnsigned()) {
            SignType signType = behaviour.algorithm(verdict.signType());
            fields.put("sign", signer.sign(fields, signType));
        }
        behaviour.afterSigning(fields);
        boolean failed = !"SUCCESS".equals(fields.get("result_code"));
        return Answer.xml(failed ? V2Xml.write(fields) : NestedXml.write(fields, answers.nested(operation)));
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Judges each v3 request, and answers it as it deserves or as the programme says. */
final class V3Gateway implements ProtocolGateway {
    private final Operations operations;
    private final V3RequestChecks checks;
    private final V3Answers answers;
    private final V3Certificates certificates;
    private final V3ResponseSigner signer;
    private final Memory memory;
    private final V3Files files;

    private V3Gateway(
            Operations operations,
            V3RequestChecks checks,
            V3Answers answers,
            V3Certificates certificates,
            V3ResponseSigner signer,
            Memory memory,
            V3Files files) {
        this.operations = operations;
        this.checks = checks;
        this.answers = answers;
        this.certificates = certificates;
        this.signer = signer;
        this.memory = memory;
        this.files = files;
    }

    /** Creates the gateway that the merchant calls. */
    static V3Gateway ofMerchant(
            Operations operations, Identity identity, String appid, Clock clock, Backstage backstage) {
        return create(
                operations, identity.caller(), identity.platformKeys(), identity.v3Key(), appid, clock, backstage);
    }

    /** Creates the gateway that the brand calls. */
    static V3Gateway ofBrand(Operations operations, Brand brand, String appid, Clock clock, Backstage backstage) {
        return create(operations, brand.caller(), brand.platformKeys(), brand.v3Key(), appid, clock, backstage);
    }

    private static V3Gateway create(
            Operations operations,
            V3Caller caller,
            PlatformKeys keys,
            String v3Key,
            String appid,
            Clock clock,
            Backstage backstage) {
        return new V3Gateway(
                operations,
                new V3RequestChecks(operations, new V3AuthorizationCheck(caller, keys.serials(), clock), keys, caller),
                new V3Answers(operations, caller, appid),
                new V3Certificates(keys, v3Key),
                new V3ResponseSigner(keys, clock),
                backstage.memory(),
                new V3Files(operations.types(), backstage.bills(), backstage.links()));
    }

    @Override
    public Handled handle(
            RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Behaviour behaviour) {
        V3Judgement judgement = checks.check(head, body);
        if (judgement.error().isPresent()) {
            Answer refusal = error(head, judgement.error().get(), Behaviour.usual());
            return new Handled(judgement.findings(Map.of()), refusal);
        }
        if (behaviour.v3Error().isPresent()) {
            Answer failure = error(head, behaviour.v3Error().get(), behaviour);
            return new Handled(judgement.findings(Map.of()), failure);
        }
        return success(head, judgement, behaviour);
    }

    private Handled success(RequestHead head, V3Judgement judgement, Behaviour behaviour) {
        Route route = operations.route(head.path()).orElseThrow();
        Operation operation = route.operation(head.method()).orElseThrow();
        if (V3Certificates.isAt(route.endpoint().uri())) {
            return new Handled(judgement.findings(Map.of()), certificates(head, judgement, behaviour));
        }
        Optional<StatefulOperation> remembered =
                memory.find(head.method(), route.endpoint().uri());
        if (remembered.isPresent()) {
            return remembered(head, operation, remembered.get(), judgement, behaviour);
        }
        return switch (operation.responseKind()) {
            case JSON, XML -> echoed(head, route, operation, judgement, behaviour);
            case EMPTY ->
                new Handled(judgement.findings(Map.of()), signed(head, Answer.noContent(), new byte[0], behaviour));
            case STREAM -> new Handled(judgement.findings(Map.of()), file(head, operation, judgement, behaviour));
            case REDIRECT -> new Handled(judgement.findings(Map.of()), Answer.html(200, "OK"));
        };
    }

    private Handled echoed(
            RequestHead head, Route route, Operation operation, V3Judgement judgement, Behaviour behaviour) {
        ObjectNode plain = answers.plain(operation, fields(judgement));
        try {
            String base = "https://" + head.header("host").orElse("localhost");
            files.complete(base, route.endpoint().uri(), operation, plain, fields(judgement));
        } catch (ProblemException e) {
            return new Handled(
                    judgement.findings(Map.of()), error(head, e.problem().v3(), behaviour));
        }
        return json(head, operation, plain, judgement, behaviour);
    }

    private Handled remembered(
            RequestHead head,
            Operation operation,
            StatefulOperation remembered,
            V3Judgement judgement,
            Behaviour behaviour) {
        try {
            Map<String, String> known = remembered.apply(declared(judgement));
            if (operation.responseKind() == ResponseKind.EMPTY) {
                return new Handled(
                        judgement.findings(Map.of()), signed(head, Answer.noContent(), new byte[0], behaviour));
            }
            return json(head, operation, answers.known(operation.response(), known), judgement, behaviour);
        } catch (ProblemException e) {
            return new Handled(
                    judgement.findings(Map.of()), error(head, e.problem().v3(), behaviour));
        }
    }

    /** The gateway ignores what the spec does not have: it is not remembered either. */
    private static Map<String, String> declared(V3Judgement judgement) {
        Map<String, String> fields = fields(judgement);
        judgement.undeclared().forEach(path -> fields.keySet()
                .removeIf(name -> name.equals(path) || name.startsWith(path + ".") || name.startsWith(path + "[")));
        return fields;
    }

    private static Map<String, String> fields(V3Judgement judgement) {
        Map<String, String> fields = new LinkedHashMap<>(judgement.query());
        fields.putAll(judgement.path());
        fields.putAll(judgement.fields());
        return fields;
    }

    private Handled json(
            RequestHead head, Operation operation, ObjectNode plain, V3Judgement judgement, Behaviour behaviour) {
        ObjectNode document = answers.encrypted(operation.response(), plain);
        Answer answer =
                operation.responseUnsigned() ? unsigned(document, behaviour) : document(head, 200, document, behaviour);
        return new Handled(judgement.findings(Flattened.of(plain)), answer);
    }

    private Answer certificates(RequestHead head, V3Judgement judgement, Behaviour behaviour) {
        if (!certificates.exist()) {
            return error(head, V3Error.of(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书"), behaviour);
        }
        String type = judgement.query().getOrDefault("algorithm_type", "RSA");
        return document(head, 200, certificates.document(type), behaviour);
    }

    /** A file is not signed; of a statement that is, the signature is over its digest. */
    private Answer file(RequestHead head, Operation operation, V3Judgement judgement, Behaviour behaviour) {
        String packing =
                judgement.query().getOrDefault("tar_type", judgement.query().getOrDefault("tartype", ""));
        boolean packed = "GZIP".equalsIgnoreCase(packing);
        Optional<FileContent> content = files.find(judgement.query().getOrDefault("token", ""), packed);
        if (content.isEmpty()) {
            return error(head, Problem.LINK_EXPIRED.v3(), behaviour);
        }
        Answer answer = Answer.file(content.get());
        if (operation.responseUnsigned()) {
            behaviour.editHeaders(answer.headers());
            return answer;
        }
        // Of the plain text, whatever is sent.
        String digest = SampleFile.bill().digest("SHA-1");
        answer.headers().put("Wechatpay-Statement-Sha1", digest);
        byte[] signedBody = ("{\"sha1\":\"" + digest + "\"}").getBytes(StandardCharsets.UTF_8);
        return signed(head, answer, signedBody, behaviour);
    }

    private Answer error(RequestHead head, V3Error error, Behaviour behaviour) {
        return document(head, error.status(), error.document(), behaviour);
    }

    private Answer document(RequestHead head, int status, ObjectNode document, Behaviour behaviour) {
        behaviour.beforeSigning(document);
        byte[] signedBody = JsonText.write(document);
        behaviour.afterSigning(document);
        return signed(head, Answer.json(status, JsonText.write(document)), signedBody, behaviour);
    }

    private static Answer unsigned(ObjectNode document, Behaviour behaviour) {
        behaviour.beforeSigning(document);
        behaviour.afterSigning(document);
        Answer answer = Answer.json(200, JsonText.write(document));
        behaviour.editHeaders(answer.headers());
        return answer;
    }

    private Answer signed(RequestHead head, Answer answer, byte[] signedBody, Behaviour behaviour) {
        Duration skew = behaviour.clockSkew();
        answer.headers().putAll(signer.sign(head.header("wechatpay-serial"), signedBody, skew));
        behaviour.editHeaders(answer.headers());
        return answer;
    }
}

package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Judges each v3 request, and answers it as it deserves or as the programme says. */
final class V3Gateway implements ProtocolGateway {
    private final Operations operations;
    private final V3RequestChecks checks;
    private final V3Answers answers;
    private final V3Certificates certificates;
    private final V3ResponseSigner signer;

    private V3Gateway(
            Operations operations,
            V3RequestChecks checks,
            V3Answers answers,
            V3Certificates certificates,
            V3ResponseSigner signer) {
        this.operations = operations;
        this.checks = checks;
        this.answers = answers;
        this.certificates = certificates;
        this.signer = signer;
    }

    /** A gateway with one caller. */
    static V3Gateway create(Operations operations, Identity identity, String appid, Clock clock) {
        V3Caller caller = identity.caller();
        PlatformKeys keys = identity.platformKeys();
        return new V3Gateway(
                operations,
                new V3RequestChecks(operations, new V3AuthorizationCheck(caller, clock), keys),
                new V3Answers(operations.types(), caller.mchid(), appid, caller.publicKey()),
                new V3Certificates(keys, identity.v3Key()),
                new V3ResponseSigner(keys, clock));
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
        return switch (operation.responseKind()) {
            case JSON, XML -> json(head, operation, judgement, behaviour);
            case EMPTY ->
                new Handled(judgement.findings(Map.of()), signed(head, Answer.noContent(), new byte[0], behaviour));
            case STREAM -> new Handled(judgement.findings(Map.of()), file(head, operation, judgement, behaviour));
            case REDIRECT -> new Handled(judgement.findings(Map.of()), Answer.html(200, "OK"));
        };
    }

    private Handled json(RequestHead head, Operation operation, V3Judgement judgement, Behaviour behaviour) {
        Map<String, String> request = new LinkedHashMap<>(judgement.query());
        request.putAll(judgement.path());
        request.putAll(judgement.fields());
        ObjectNode plain = answers.plain(operation.response(), request);
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
        byte[] plain = SampleFile.bill(false);
        Answer answer = Answer.file("GZIP".equalsIgnoreCase(packing) ? SampleFile.bill(true) : plain);
        if (operation.responseUnsigned()) {
            behaviour.editHeaders(answer.headers());
            return answer;
        }
        String digest = SampleFile.sha1(plain);
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

package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.runtime.v2.SignType;
import io.github.wxpaycodegen.runtime.v2.V2Signer;
import io.github.wxpaycodegen.runtime.v2.V2Xml;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Judges each request, records it, and answers it as it deserves or as the programme says. */
final class Gateway implements RequestHandler {
    private final Operations operations;
    private final RequestChecks checks;
    private final Answers answers;
    private final V2Signer signer;
    private final Programme programme;
    private final CallLog calls;

    Gateway(Operations operations, String mchid, String appid, String v2Key, Programme programme, CallLog calls) {
        this.operations = operations;
        this.signer = new V2Signer(v2Key);
        this.checks = new RequestChecks(operations, mchid, signer);
        this.answers = new Answers(operations.types(), mchid, appid);
        this.programme = programme;
        this.calls = calls;
    }

    @Override
    public Behaviour begin(RequestHead head) {
        return programme.take(head.path());
    }

    @Override
    public Answer answer(
            RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Behaviour behaviour) {
        Verdict verdict = checks.check(head, body, clientCertificate);
        calls.add(new RecordedCall(head, body, clientCertificate, verdict));
        return behaviour.answer(properAnswer(head, verdict, behaviour));
    }

    private Answer properAnswer(RequestHead head, Verdict verdict, Behaviour behaviour) {
        Refusal refusal = verdict.refusal().orElse(null);
        if (refusal instanceof Refusal.Http page) {
            return Answer.html(page.status(), page.title());
        }
        if (refusal instanceof Refusal.Protocol failure) {
            return Answer.xml(V2Xml.write(Answers.failure(failure)));
        }
        Operation operation = operations.find(head.path(), head.method()).orElseThrow();
        if (refusal instanceof Refusal.Business failure) {
            return signed(operation, answers.failure(operation, failure, verdict.fields()), verdict, Behaviour.usual());
        }
        return signed(operation, fields(operation, verdict, behaviour), verdict, behaviour);
    }

    private Map<String, String> fields(Operation operation, Verdict verdict, Behaviour behaviour) {
        return behaviour
                .businessError()
                .map(error -> answers.failure(operation, error, verdict.fields()))
                .orElseGet(() -> answers.success(operation, verdict.fields()));
    }

    private Answer signed(Operation operation, Map<String, String> fields, Verdict verdict, Behaviour behaviour) {
        fields.remove("sign");
        behaviour.beforeSigning(fields);
        if (!operation.responseUnsigned()) {
            fields.computeIfPresent("nonce_str", (name, sample) -> nonce());
            SignType signType = behaviour.algorithm(verdict.signType());
            fields.put("sign", signer.sign(fields, signType));
        }
        behaviour.afterSigning(fields);
        return Answer.xml(V2Xml.write(fields));
    }

    private static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Protocol;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Hands each request to the gateway of its protocol, and records it. */
final class Gateway implements RequestHandler {
    private final Operations operations;
    private final ProtocolGateway v2;
    private final ProtocolGateway v3;
    private final ProtocolGateway brand;
    private final Programme programme;
    private final History<RecordedCall> calls;

    Gateway(
            Operations operations,
            ProtocolGateway v2,
            ProtocolGateway v3,
            ProtocolGateway brand,
            Programme programme,
            History<RecordedCall> calls) {
        this.operations = operations;
        this.v2 = v2;
        this.v3 = v3;
        this.brand = brand;
        this.programme = programme;
        this.calls = calls;
    }

    @Override
    public Behaviour begin(RequestHead head) {
        return operations
                .route(head.path())
                .map(route -> programme.take(route.template()))
                .orElseGet(Behaviour::usual);
    }

    @Override
    public Answer answer(
            RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Behaviour behaviour) {
        Handled handled = gateway(head.path()).handle(head, body, clientCertificate, behaviour);
        calls.add(new RecordedCall(head, body, clientCertificate, handled.findings()));
        return behaviour.answer(handled.answer());
    }

    private ProtocolGateway gateway(String path) {
        if (V3Caller.isBrandPath(path)) {
            return brand;
        }
        return isV3(path) ? v3 : v2;
    }

    /** Uses the protocol of the spec; for unknown paths, guesses it from the prefix. */
    private boolean isV3(String path) {
        return operations
                .route(path)
                .map(route -> route.endpoint().protocol() == Protocol.V3)
                .orElseGet(() -> path.startsWith("/v3/"));
    }
}

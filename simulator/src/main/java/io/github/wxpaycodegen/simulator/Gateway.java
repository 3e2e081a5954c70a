package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Protocol;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Hands each request to the gateway of its protocol, and records it. */
final class Gateway implements RequestHandler {
    private final Operations operations;
    private final ProtocolGateway v2;
    private final ProtocolGateway v3;
    private final Programme programme;
    private final CallLog calls;

    Gateway(Operations operations, ProtocolGateway v2, ProtocolGateway v3, Programme programme, CallLog calls) {
        this.operations = operations;
        this.v2 = v2;
        this.v3 = v3;
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
        ProtocolGateway gateway = isV3(head.path()) ? v3 : v2;
        Handled handled = gateway.handle(head, body, clientCertificate, behaviour);
        calls.add(new RecordedCall(head, body, clientCertificate, handled.findings()));
        return behaviour.answer(handled.answer());
    }

    /** Of a path that no spec describes its look decides, as of one it is the protocol of the spec. */
    private boolean isV3(String path) {
        return operations
                .route(path)
                .map(route -> route.endpoint().protocol() == Protocol.V3)
                .orElseGet(() -> path.startsWith("/v3/") || path.startsWith("/brand/"));
    }
}

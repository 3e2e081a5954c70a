package io.github.wxpaycodegen.simulator;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The part of the gateway that speaks one protocol; called by many threads. */
interface ProtocolGateway {
    /** Judges a request and answers it. */
    Handled handle(RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Behaviour behaviour);
}

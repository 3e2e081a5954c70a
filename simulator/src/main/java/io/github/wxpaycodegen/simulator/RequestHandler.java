package io.github.wxpaycodegen.simulator;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** What the server asks at the two moments of a request; called by many threads. */
interface RequestHandler {
    /** The head has come: what the request is to meet. Asked once a request. */
    Behaviour begin(RequestHead head);

    /** The whole request has come: what to answer. */
    Answer answer(RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Behaviour behaviour);
}

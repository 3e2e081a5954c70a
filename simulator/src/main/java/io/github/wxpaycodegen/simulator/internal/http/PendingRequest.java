package io.github.wxpaycodegen.simulator.internal.http;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** One request between its head and its response. */
public interface PendingRequest {
    /** The point of an exchange at which the connection breaks. */
    enum Drop {
        NEVER,
        DURING_REQUEST,
        AFTER_REQUEST
    }

    /** Returns where the connection breaks. */
    Drop drop();

    /** Returns how the response is delivered. */
    Delivery delivery();

    /** Returns the response; called once the whole body has been received. */
    Response respond(byte[] body, Optional<X509Certificate> clientCertificate);
}

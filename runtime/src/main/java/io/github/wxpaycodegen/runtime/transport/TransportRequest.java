package io.github.wxpaycodegen.runtime.transport;

import java.net.URI;
import java.util.Map;

/**
 * A request ready to be sent.
 *
 * @param method the HTTP method
 * @param uri an https URI
 * @param headers one value each
 * @param body the exact bytes, which may have been signed; empty for none
 * @param clientCertificate true if the client certificate is presented
 * @param gate decides whether the request is sent or given up; a transport need not use it
 */
public record TransportRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, boolean clientCertificate, SendGate gate) {
    /** Creates a request with its own gate. */
    public TransportRequest(
            String method, URI uri, Map<String, String> headers, byte[] body, boolean clientCertificate) {
        this(method, uri, headers, body, clientCertificate, new SendGate());
    }

    /** Returns the same request with another gate. */
    public TransportRequest behind(SendGate other) {
        return new TransportRequest(method, uri, headers, body, clientCertificate, other);
    }

    /** Returns the method, the host and the size. The path, query and headers may contain personal data. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + " (" + body.length + " bytes)";
    }
}

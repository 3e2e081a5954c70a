package io.github.wxpaycodegen.runtime.transport;

import java.net.URI;
import java.util.Map;

/**
 * A request ready to send.
 *
 * @param method of HTTP
 * @param uri an https URI
 * @param headers one value each
 * @param body the exact bytes, which may have been signed; empty for none
 * @param clientCertificate whether the client certificate is presented
 * @param gate decides whether the request is sent or given up; a transport need not keep it
 */
public record TransportRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, boolean clientCertificate, SendGate gate) {
    /** A request with a gate of its own. */
    public TransportRequest(
            String method, URI uri, Map<String, String> headers, byte[] body, boolean clientCertificate) {
        this(method, uri, headers, body, clientCertificate, new SendGate());
    }

    /** Returns the same request behind another gate. */
    public TransportRequest behind(SendGate other) {
        return new TransportRequest(method, uri, headers, body, clientCertificate, other);
    }

    /** The method, the host and the size: path, query and headers may name persons. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + " (" + body.length + " bytes)";
    }
}

package io.github.wxpaycodegen.runtime.transport;

import java.net.URI;
import java.util.Map;

/**
 * A request ready to send.
 *
 * @param method GET or POST
 * @param uri an https URI
 * @param headers one value each
 * @param body the exact bytes, which may have been signed
 * @param clientCertificate whether the client certificate is presented
 */
public record TransportRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, boolean clientCertificate) {}

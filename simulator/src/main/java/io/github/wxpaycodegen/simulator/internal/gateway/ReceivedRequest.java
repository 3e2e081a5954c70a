package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.specs.Route;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A complete request.
 *
 * @param route the route of its path; empty if the path has no spec
 * @param clientCertificate the certificate presented on the connection; empty if there was none
 */
public record ReceivedRequest(
        RequestHead head, Optional<Route> route, byte[] body, Optional<X509Certificate> clientCertificate) {}

package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.specs.Route;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A request that was received as a whole.
 *
 * @param route where its path leads; empty if no spec describes the path
 * @param clientCertificate presented on the connection; empty if none was
 */
public record ReceivedRequest(
        RequestHead head, Optional<Route> route, byte[] body, Optional<X509Certificate> clientCertificate) {}

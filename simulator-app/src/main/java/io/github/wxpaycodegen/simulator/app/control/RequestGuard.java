package io.github.wxpaycodegen.simulator.app.control;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses requests that a web page of somebody else makes a browser send.
 *
 * <ul>
 *   <li>The {@code Host} must be a name of this machine. A page whose name is made to resolve to this machine (DNS
 *       rebinding) sends its own.
 *   <li>A change must come as {@code application/json}, which a page may send to another origin only if that agrees, and
 *       this one never does.
 *   <li>An {@code Origin} must be the control port itself.
 * </ul>
 */
final class RequestGuard {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts = new TreeSet<>(LOOPBACK);

    /**
     * Creates a guard.
     *
     * @param address at which the control port listens; if it is one address, that is a name too
     * @param more further names of this machine
     */
    RequestGuard(InetAddress address, Collection<String> more) {
        more.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        if (!address.isAnyLocalAddress()) {
            String text = address.getHostAddress();
            hosts.add(text.contains(":") ? "[" + text + "]" : text);
        }
    }

    /**
     * Checks a request.
     *
     * @param fetchSite the value of {@code Sec-Fetch-Site}, which browsers send
     * @throws ApiException if it is refused
     */
    void check(
            String method,
            List<String> host,
            Optional<String> origin,
            Optional<String> fetchSite,
            Optional<String> contentType)
            throws ApiException {
        if (host.size() != 1 || !hosts.contains(name(host.get(0)))) {
            throw new ApiException(
                    403,
                    "HOST_NOT_ALLOWED",
                    "the Host " + String.join(", ", host) + " is not a name of this machine: use one of " + hosts
                            + ", or start the simulator with --host NAME");
        }
        if (READING.contains(method)) {
            return;
        }
        if (origin.isPresent() && !origin.get().equals("http://" + host.get(0))) {
            throw new ApiException(
                    403, "ORIGIN_NOT_ALLOWED", "a page of " + origin.get() + " may not control the simulator");
        }
        if (fetchSite
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent()) {
            throw new ApiException(403, "ORIGIN_NOT_ALLOWED", "a page of another site may not control the simulator");
        }
        if (contentType.filter(RequestGuard::isJson).isEmpty()) {
            throw new ApiException(
                    415,
                    "NOT_JSON",
                    "the Content-Type must be application/json (was " + contentType.orElse("missing")
                            + "), even if the body is empty");
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return type.equalsIgnoreCase("application/json");
    }

    /** Returns the host without the port, which a forwarded port may change. */
    private static String name(String host) {
        String name = host.replaceFirst(":[0-9]{1,5}$", "");
        return name.toLowerCase(Locale.ROOT);
    }
}

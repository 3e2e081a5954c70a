package io.github.wxpaycodegen.simulator.internal.notices;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts to which notifications may be sent: this machine, and those that a test names. So a {@code notify_url}
 * copied from production does not make a test send requests there.
 */
public final class NotificationRoutes {
    /**
     * Loopback names and addresses, recognized by their spelling, because a DNS query would already contact another
     * machine.
     */
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?i)(.+\\.)?localhost\\.?|127(\\.[0-9]{1,3}){3}|\\[(0*:)*:?0*1]|\\[(::|(0+:){5})ffff:127(\\.[0-9]{1,3}){3}]");

    private final Set<String> hosts;

    /**
     * Creates the routes.
     *
     * @param hosts names and addresses of other machines to which notifications may be sent
     */
    public NotificationRoutes(Set<String> hosts) {
        this.hosts = hosts.stream().map(NotificationRoutes::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns why nothing is sent to a URL; empty if it is allowed. */
    Optional<String> refusal(URI url) {
        String host = url.getHost();
        // The HTTP client rejects a URL without a host.
        if (host == null || LOOPBACK.matcher(host).matches() || hosts.contains(lowerCase(host))) {
            return Optional.empty();
        }
        return Optional.of("the notification is not sent to another machine, " + host
                + ": allow it with SimulatorBuilder.notifyHosts(\"" + host + "\"), or listen on localhost");
    }

    private static String lowerCase(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}

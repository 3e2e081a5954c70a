package io.github.wxpaycodegen.simulator.internal.notices;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts to which notifications may go: this machine, and those that a test names. A {@code notify_url} copied from
 * production must not make a test post there.
 */
public final class NotificationRoutes {
    /** Names and addresses of loopback by their spelling: asking a name server would already tell another machine. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?i)(.+\\.)?localhost\\.?|127(\\.[0-9]{1,3}){3}|\\[(0*:)*:?0*1]|\\[(::|(0+:){5})ffff:127(\\.[0-9]{1,3}){3}]");

    private final Set<String> hosts;

    /**
     * Creates the rule.
     *
     * @param hosts the names and addresses of other machines to which notifications may go
     */
    public NotificationRoutes(Set<String> hosts) {
        this.hosts = hosts.stream().map(NotificationRoutes::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns why nothing is sent to a URL; empty if it may be. */
    Optional<String> refusal(URI url) {
        String host = url.getHost();
        // A URL without a host is not sent to either: the HTTP client refuses it.
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

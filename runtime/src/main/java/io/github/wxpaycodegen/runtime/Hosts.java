package io.github.wxpaycodegen.runtime;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides where an operation is called. */
final class Hosts {
    private final WxPayConfig config;

    Hosts(WxPayConfig config) {
        this.config = config;
    }

    /** The host to call. */
    URI resolve(Operation<?, ?> operation, CallOptions options) {
        URI usual = operation.host() != null ? operation.host() : config.host();
        return actual(options.host() != null ? allowed(operation, usual, options.host()) : usual);
    }

    /** The hosts to call one after the other: the backup comes second where the usual host is not chosen otherwise. */
    List<URI> inTurn(Operation<?, ?> operation, CallOptions options) {
        URI first = resolve(operation, options);
        URI backup = config.backupHost();
        boolean alone = backup == null || operation.host() != null || options.host() != null;
        return alone ? List.of(first) : List.of(first, actual(backup));
    }

    /** The host of operations that have none of their own. */
    URI usual() {
        return actual(config.host());
    }

    private URI actual(URI chosen) {
        for (URI named : config.replacedHosts().keySet()) {
            if (same(named, chosen)) {
                return config.replacedHosts().get(named);
            }
        }
        return chosen;
    }

    /** The URL of a target, which is a path with its query, at a host. */
    static URI join(URI host, String target) {
        return URI.create(withoutSlash(host) + target);
    }

    private URI allowed(Operation<?, ?> operation, URI usual, URI wanted) {
        Set<URI> allowed = new LinkedHashSet<>();
        allowed.add(usual);
        allowed.addAll(operation.alternativeHosts());
        allowed.addAll(config.allowedHosts());
        for (URI host : allowed) {
            if (same(host, wanted)) {
                return host;
            }
        }
        throw new ConfigurationException(operation + ": the host " + wanted + " is not one of " + allowed
                + ", which its spec and the configuration name. Configure it with allowHost");
    }

    private static boolean same(URI a, URI b) {
        return withoutSlash(a).equalsIgnoreCase(withoutSlash(b));
    }

    private static String withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}

package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides where an operation is called. */
final class Hosts {
    private static final int HTTPS = 443;
    private static final List<String> WECHAT_PAY = List.of(".mch.weixin.qq.com", ".wechatpay.cn");

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
        if (backup == null || operation.host() != null || options.host() != null) {
            return List.of(first);
        }
        return List.of(first, actual(backup));
    }

    /**
     * The host of a link that a response told. The request that goes there is signed, so it goes to WeChat Pay alone, or
     * where the configuration says.
     */
    URI ofLink(FileLink link) {
        URI host = actual(link.host());
        Set<URI> known = new LinkedHashSet<>(config.allowedHosts());
        known.add(usual());
        if (config.backupHost() != null) {
            known.add(config.backupHost());
        }
        known.addAll(config.replacedHosts().values());
        String name = host.getHost().toLowerCase(Locale.ROOT);
        boolean weChatPay = port(host) == HTTPS && WECHAT_PAY.stream().anyMatch(name::endsWith);
        if (weChatPay || known.stream().anyMatch(each -> sameHost(each, host))) {
            return host;
        }
        throw new ConfigurationException(
                "the file is at " + ForeignText.shown(host) + ", which is no host of WeChat Pay, and the request for"
                        + " it is signed: nothing was sent. If it is to be trusted, configure it with allowHost");
    }

    private static boolean sameHost(URI a, URI b) {
        return a.getHost().equalsIgnoreCase(b.getHost()) && port(a) == port(b);
    }

    private static int port(URI uri) {
        return uri.getPort() == -1 ? HTTPS : uri.getPort();
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

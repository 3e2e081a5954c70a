package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Determines the host for an operation. */
public final class Hosts {
    private static final int HTTPS = 443;
    private static final List<String> WECHAT_PAY = List.of(".mch.weixin.qq.com", ".wechatpay.cn");

    private final ClientSettings config;

    /** Creates an instance for the hosts of a configuration. */
    public Hosts(ClientSettings config) {
        this.config = config;
    }

    /** Returns the host to call. */
    public URI host(Operation<?, ?> operation, CallSettings options) {
        URI usual = operation.host() != null ? operation.host() : config.hosts().usual();
        return actual(
                options.host() != null ? allowed(operation, usual, options.host(), options.hostIfServed()) : usual);
    }

    /** Returns the hosts to call in order: the backup is second, unless the operation or the caller chooses a host. */
    public List<URI> hosts(Operation<?, ?> operation, CallSettings options) {
        URI first = host(operation, options);
        URI backup = config.hosts().backup();
        if (backup == null || operation.host() != null || options.host() != null) {
            return List.of(first);
        }
        return List.of(first, actual(backup));
    }

    /**
     * Returns the host of a link in a response. The request is signed, so it is sent only to WeChat Pay or to a
     * configured host.
     */
    public URI hostOf(FileLink link) {
        URI host = actual(FileLinks.host(link));
        Set<URI> known = new LinkedHashSet<>(config.hosts().allowed());
        known.add(usual());
        if (config.hosts().backup() != null) {
            known.add(config.hosts().backup());
        }
        known.addAll(config.hosts().replaced().values());
        String name = host.getHost().toLowerCase(Locale.ROOT);
        boolean weChatPay = port(host) == HTTPS && WECHAT_PAY.stream().anyMatch(name::endsWith);
        if (weChatPay || known.stream().anyMatch(each -> sameHost(each, host))) {
            return host;
        }
        throw new ConfigurationException(
                "the file is at " + ForeignText.shown(host) + ", which is not a host of WeChat Pay, and the request for"
                        + " it is signed: nothing was sent. If you trust the host, configure it with allowHost");
    }

    private static boolean sameHost(URI a, URI b) {
        return a.getHost().equalsIgnoreCase(b.getHost()) && port(a) == port(b);
    }

    private static int port(URI uri) {
        return uri.getPort() == -1 ? HTTPS : uri.getPort();
    }

    /** Returns the host of operations whose specs name none. */
    public URI usual() {
        return actual(config.hosts().usual());
    }

    private URI actual(URI chosen) {
        for (URI named : config.hosts().replaced().keySet()) {
            if (same(named, chosen)) {
                return config.hosts().replaced().get(named);
            }
        }
        return chosen;
    }

    /** Returns the URL of a target, which is a path with its query, at a host. */
    public static URI join(URI host, String target) {
        return URI.create(withoutSlash(host) + target);
    }

    private URI allowed(Operation<?, ?> operation, URI usual, URI wanted, boolean orUsual) {
        Set<URI> allowed = new LinkedHashSet<>();
        allowed.add(usual);
        allowed.addAll(operation.alternativeHosts());
        allowed.addAll(config.hosts().allowed());
        for (URI host : allowed) {
            if (same(host, wanted)) {
                return host;
            }
        }
        if (orUsual) {
            return usual;
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

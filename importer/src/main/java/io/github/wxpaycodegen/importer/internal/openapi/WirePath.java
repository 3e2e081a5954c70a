package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.generator.model.Root;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a document as the URI of a spec.
 *
 * @param uri {@code v2/pay/orderquery}
 * @param host the host that a prefix of the path stands for; empty for the usual one
 */
record WirePath(String uri, Optional<String> host) {
    /** Prefixes of the tree of 2026 that stand for hosts, as the official pages of these operations show. */
    private static final Map<String, String> HOSTS = Map.of(
            "hk/", "https://api.mch.weixin.qq.com/hk",
            "global/", "https://apihk.mch.weixin.qq.com/global",
            "sandboxnew/", "https://api.mch.weixin.qq.com/sandboxnew");

    static WirePath of(String path) {
        String text = path.replaceFirst("#.*", "").replaceFirst("^/+", "");
        for (Map.Entry<String, String> host : HOSTS.entrySet()) {
            if (text.startsWith(host.getKey())) {
                return new WirePath(rooted(text.substring(host.getKey().length())), Optional.of(host.getValue()));
            }
        }
        return new WirePath(rooted(text), Optional.empty());
    }

    private static String rooted(String path) {
        return Root.of(path).isPresent() ? path : Root.V2.segment() + "/" + path;
    }
}

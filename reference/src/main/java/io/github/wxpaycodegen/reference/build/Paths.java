package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Paths of pages, which depend on nothing but what the page is about, so that links to them stay valid. They have only characters
 * that are plain in every URL and file system.
 */
final class Paths {
    /** The names of files are limited to 255 bytes on most systems. */
    private static final int SEGMENT = 200;

    private Paths() {}

    /** Returns {@code v3/pay/transactions/id/-transaction_id-.get}. */
    static String of(Endpoint endpoint, Operation operation) {
        String uri = endpoint.uri().replace('{', '-').replace('}', '-');
        String file = uri.endsWith("/") ? uri + "slash" : uri;
        return file + "." + operation.method().name().toLowerCase(Locale.ROOT);
    }

    /** Returns {@code notifications/v3/TRANSACTION.SUCCESS}. */
    static String of(NotificationSpec notification) {
        return notification.path();
    }

    /**
     * Returns {@code products/-E5-88-86-E8-B4-A6}: the name, percent-encoded with {@code -} in place of {@code %}, which every
     * URL and file system leaves alone. Different names have different paths; a long one is in several folders.
     */
    static String ofProduct(String name) {
        String label = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("-", "%2D")
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace('%', '-');
        StringBuilder path = new StringBuilder("products");
        for (int i = 0; i < label.length(); i += SEGMENT) {
            path.append('/').append(label, i, Math.min(label.length(), i + SEGMENT));
        }
        return path.toString();
    }

    static String of(MerchantRole role) {
        return "roles/" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

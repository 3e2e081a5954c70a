package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import java.net.IDN;
import java.util.Locale;

/**
 * Paths of pages, which depend on nothing but what the page is about, so that links to them stay valid. They have only characters
 * that are plain in every URL and file system.
 */
final class Paths {
    private static final int LABEL = 60;

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

    /** Returns {@code products/xn--…}: the name in Punycode, which is ASCII and still unique. */
    static String ofProduct(String name) {
        StringBuilder label = new StringBuilder();
        // A label of a domain name is short.
        for (int i = 0; i < name.length(); i += LABEL / 6) {
            String part = name.substring(i, Math.min(name.length(), i + LABEL / 6));
            label.append(label.isEmpty() ? "" : "-").append(IDN.toASCII(part.replaceAll("[^\\p{L}\\p{N}-]", "-")));
        }
        return "products/" + label;
    }

    static String of(MerchantRole role) {
        return "roles/" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import org.jspecify.annotations.Nullable;

/**
 * The path of notifications, which is that of the only merchant too, and the parent of the paths of all merchants.
 *
 * @param value starts with a slash and does not end with one
 */
record NotificationPath(String value) {
    static final String DEFAULT = "/wxpay/notify";

    /** @throws WxPaySetupException if it cannot be a path of a notify_url */
    NotificationPath {
        if (!value.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw WxPaySetupException.ofProperty(
                    "wxpay.notifications.path must consist of segments of letters, digits and -._~"
                            + ", each after a slash, such as " + DEFAULT + " (was " + value + ")",
                    null);
        }
    }

    /**
     * Returns the part of a path that names a merchant; empty if the path is this path itself, null if it is not below
     * it.
     *
     * @param path decoded, without the context path
     */
    @Nullable
    String merchantIn(String path) {
        if (path.equals(value)) {
            return "";
        }
        if (!path.startsWith(value + "/")) {
            return null;
        }
        String name = path.substring(value.length() + 1);
        return name.isEmpty() || name.indexOf('/') >= 0 ? null : name;
    }
}

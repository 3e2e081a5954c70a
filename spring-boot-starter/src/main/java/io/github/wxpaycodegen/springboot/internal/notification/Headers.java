package io.github.wxpaycodegen.springboot.internal.notification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copy of a request's headers. A handler may run on after the reply, when the web server already uses the object of the
 * request for another one.
 */
public final class Headers {
    /** Names that need not be among those that a wrapped request lists. */
    private static final List<String> OF_WECHAT_PAY = List.of(
            "Wechatpay-Serial",
            "Wechatpay-Signature",
            "Wechatpay-Signature-Type",
            "Wechatpay-Timestamp",
            "Wechatpay-Nonce");

    private Headers() {}

    /**
     * Returns a lookup of the copied headers, ignoring case.
     *
     * @param names the names of the request's headers
     * @param header returns the first value of a header; null if there is none
     */
    public static Function<String, @Nullable String> copy(
            Iterable<String> names, Function<String, @Nullable String> header) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        OF_WECHAT_PAY.forEach(name -> add(copy, name, header));
        names.forEach(name -> add(copy, name, header));
        return copy::get;
    }

    private static void add(Map<String, String> copy, String name, Function<String, @Nullable String> header) {
        String value = header.apply(name);
        if (value != null) {
            copy.put(name, value);
        }
    }
}

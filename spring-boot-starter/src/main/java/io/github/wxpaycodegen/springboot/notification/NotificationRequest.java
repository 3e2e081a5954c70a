package io.github.wxpaycodegen.springboot.notification;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request with a notification, for handlers that store it as received. It was verified before a handler
 * receives it.
 */
public final class NotificationRequest {
    private final String merchant;
    private final Function<String, @Nullable String> header;
    private final byte[] body;

    /**
     * Creates a request, for unit tests of handlers.
     *
     * @param merchant the name of the merchant
     * @param header looks up a header, ignoring case, and returns null if there is none
     * @param body the bytes of the body
     */
    public NotificationRequest(String merchant, Function<String, @Nullable String> header, byte[] body) {
        this.merchant = merchant;
        this.header = header;
        this.body = body.clone();
    }

    /**
     * Returns the name of the merchant below {@code wxpay.merchants}, or {@link
     * io.github.wxpaycodegen.springboot.WxPayMerchants#SINGLE}.
     */
    public String merchant() {
        return merchant;
    }

    /**
     * Returns a header, such as {@code Wechatpay-Serial}; null if there is none. A handler that runs on after its timeout
     * can still call this method.
     *
     * @param name in any case
     */
    public @Nullable String header(String name) {
        return header.apply(name);
    }

    /** Returns a copy of the body, exactly as received. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the merchant and the size of the body, but no content. */
    @Override
    public String toString() {
        return "NotificationRequest{merchant=" + merchant + ", bytes=" + body.length + "}";
    }
}

package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reply to a notification. It determines whether the gateway repeats the notification. Immutable. */
public final class NotificationReply {
    private static final String XML = "text/xml; charset=utf-8";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private NotificationReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Returns the reply for a handled notification; the gateway does not repeat it. */
    public static NotificationReply success(Protocol protocol) {
        return protocol == Protocol.V3 ? new NotificationReply(204, Map.of(), new byte[0]) : xml(200, "SUCCESS", "OK");
    }

    /**
     * Returns the reply for a notification that was not handled; the gateway repeats it later.
     *
     * @param status the HTTP status, 400 to 599
     * @param message for the gateway's log; it must not contain anything confidential
     * @throws IllegalArgumentException if the status is not in this range
     */
    public static NotificationReply failure(Protocol protocol, int status, String message) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("the status of a failure must be 400 to 599 (was " + status + ")");
        }
        if (protocol == Protocol.V2) {
            return xml(status, "FAIL", message);
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", "FAIL");
        error.put("message", message);
        return new NotificationReply(
                status,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                JsonDocument.write(error).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a reply that contains signed fields. */
    static NotificationReply signed(byte[] xml) {
        return new NotificationReply(200, Map.of("Content-Type", XML), xml);
    }

    private static NotificationReply xml(int status, String code, String message) {
        // Exactly the text in the documentation, in case the gateway compares it instead of parsing it.
        String text = "<xml><return_code><![CDATA[" + code + "]]></return_code><return_msg><![CDATA["
                + message.replace("]]>", "]] >") + "]]></return_msg></xml>";
        return new NotificationReply(status, Map.of("Content-Type", XML), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the headers by name; unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns a copy of the body, in bytes; empty if the status suffices. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns true if the gateway treats this reply as a success. */
    public boolean isSuccess() {
        return status < 300;
    }

    /** Returns the status and the body. */
    @Override
    public String toString() {
        return status + " " + new String(body, StandardCharsets.UTF_8);
    }
}

package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a notification is answered with, so that the gateway sends it no more, or again. Immutable. */
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

    /** Says that the notification has been taken: the gateway does not send it again. */
    public static NotificationReply success(Protocol protocol) {
        return protocol == Protocol.V3 ? new NotificationReply(204, Map.of(), new byte[0]) : xml(200, "SUCCESS", "OK");
    }

    /**
     * Says that it has not been taken: the gateway sends it again later.
     *
     * @param status of HTTP, 400 to 599
     * @param message for the gateway's log; nothing that a stranger should not see
     * @throws IllegalArgumentException if the status is one of success
     */
    public static NotificationReply failure(Protocol protocol, int status, String message) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a failure has a status from 400 to 599: " + status);
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

    /** Carries a reply with fields of its own. */
    static NotificationReply signed(byte[] xml) {
        return new NotificationReply(200, Map.of("Content-Type", XML), xml);
    }

    private static NotificationReply xml(int status, String code, String message) {
        // Character by character what the documentation shows, in case it is compared and not parsed.
        String text = "<xml><return_code><![CDATA[" + code + "]]></return_code><return_msg><![CDATA["
                + message.replace("]]>", "]] >") + "]]></return_msg></xml>";
        return new NotificationReply(status, Map.of("Content-Type", XML), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** The headers by name; unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the body, in bytes; empty where the status says it all. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether the gateway takes this for a success. */
    public boolean isSuccess() {
        return status < 300;
    }

    /** The status and the body. */
    @Override
    public String toString() {
        return status + " " + new String(body, StandardCharsets.UTF_8);
    }
}

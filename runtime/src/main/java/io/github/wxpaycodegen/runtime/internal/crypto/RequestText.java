package io.github.wxpaycodegen.runtime.internal.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds the texts that are signed: lines with the body last, each ended by a line feed. */
public final class RequestText {
    private RequestText() {}

    /**
     * Returns the signed text of a request.
     *
     * @param target the path with its query
     * @param seconds since 1970
     */
    public static byte[] of(String method, String target, long seconds, String nonce, byte[] body) {
        return join(method + "\n" + target + "\n" + seconds + "\n" + nonce + "\n", body);
    }

    /**
     * Returns the signed text of a response or a notification.
     *
     * @param seconds since 1970, as received
     */
    public static byte[] ofResponse(String seconds, String nonce, byte[] body) {
        return join(seconds + "\n" + nonce + "\n", body);
    }

    private static byte[] join(String lines, byte[] body) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(lines.length() + body.length + 1);
        text.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
        text.writeBytes(body);
        text.write('\n');
        return text.toByteArray();
    }
}

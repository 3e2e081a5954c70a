package io.github.wxpaycodegen.simulator.internal.v3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text that v3 signs: lines that end with a line feed, including the last one. */
final class V3SignedText {
    private V3SignedText() {}

    /**
     * Returns the signed text of a request.
     *
     * @param target path and query, exactly as in the request line
     * @param body of the request; for an upload its {@code meta} part
     */
    static byte[] request(String method, String target, String timestamp, String nonce, byte[] body) {
        return lines(body, method, target, timestamp, nonce);
    }

    /** Returns the signed text of a response or a notification. */
    static byte[] response(String timestamp, String nonce, byte[] body) {
        return lines(body, timestamp, nonce);
    }

    private static byte[] lines(byte[] body, String... head) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (String line : head) {
            text.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        text.writeBytes(body);
        text.write('\n');
        return text.toByteArray();
    }
}

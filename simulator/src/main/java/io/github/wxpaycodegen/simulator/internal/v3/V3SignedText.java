package io.github.wxpaycodegen.simulator.internal.v3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes that a v3 signature is over: lines, each of which ends in a line feed, the last one too. */
final class V3SignedText {
    private V3SignedText() {}

    /**
     * Of a request.
     *
     * @param target path and query, exactly as they are on the request line
     * @param body as it is sent; of an upload its {@code meta} part
     */
    static byte[] request(String method, String target, String timestamp, String nonce, byte[] body) {
        return lines(body, method, target, timestamp, nonce);
    }

    /** Of a response or a notification. */
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

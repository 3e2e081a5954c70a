package io.github.wxpaycodegen.runtime.internal.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds the texts that are signed: lines with the body last, each ended by a line feed. */
final class RequestText {
    private RequestText() {}

    static byte[] of(String method, String target, long seconds, String nonce, byte[] body) {
        return join(method + "\n" + target + "\n" + seconds + "\n" + nonce + "\n", body);
    }

    static byte[] ofResponse(String seconds, String nonce, byte[] body) {
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

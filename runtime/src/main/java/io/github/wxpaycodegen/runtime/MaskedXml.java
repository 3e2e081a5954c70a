package io.github.wxpaycodegen.runtime;

import java.nio.charset.StandardCharsets;

/** A body for the log: the structure as it is, letters and digits within values masked. */
final class MaskedXml {
    private MaskedXml() {}

    static String of(byte[] body) {
        StringBuilder masked = new StringBuilder(body.length);
        boolean inTag = false;
        String text = new String(body, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inTag = c == '<' || (inTag && c != '>');
            masked.append(inTag || c == '>' || Character.isWhitespace(c) ? c : '*');
        }
        return masked.toString();
    }
}

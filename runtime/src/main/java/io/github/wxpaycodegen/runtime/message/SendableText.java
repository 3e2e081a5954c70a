package io.github.wxpaycodegen.runtime.message;

/** Which text can travel. */
final class SendableText {
    private SendableText() {}

    /** The first code point that XML 1.0 cannot carry, not even escaped; -1 if there is none. Lone surrogates count. */
    static int firstUnsendableInXml(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean sendable = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            if (!sendable) {
                return c;
            }
            i += Character.charCount(c);
        }
        return -1;
    }
}

package io.github.wxpaycodegen.runtime.message;

import java.util.function.IntPredicate;

/** Kinds of text that can be sent. No format can represent lone surrogates. */
enum SendableText {
    /** Text that XML 1.0 can represent, with escapes where needed. */
    XML("XML cannot carry", SendableText::isXml),
    /** JSON could represent all text, but the gateway accepts only characters of up to three UTF-8 bytes. */
    JSON("the gateway does not accept: it has more than 3 bytes in UTF-8", c -> c < 0x10000 && !isSurrogate(c)),
    /** A field whose spec allows characters of four UTF-8 bytes. */
    JSON_WITH_EMOJI(SendableText.HALF, c -> !isSurrogate(c)),
    /** A header; other characters would be lost, or would end the header. */
    HEADER("a header cannot carry", c -> c >= 0x20 && c < 0x7F);

    private static final String HALF = "is half of a surrogate pair";

    private final String reason;
    /** The lambdas capture nothing, so this is immutable although its type does not show it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final IntPredicate sendable;

    SendableText(String reason, IntPredicate sendable) {
        this.reason = reason;
        this.sendable = sendable;
    }

    /** Returns why a character cannot be sent, as the end of a sentence that begins with the character. */
    String reason(int character) {
        return isSurrogate(character) ? HALF : reason;
    }

    /** Returns the first code point that cannot be sent; -1 if there is none. */
    int firstUnsendable(String text) {
        return text.codePoints().filter(sendable.negate()).findFirst().orElse(-1);
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xFFFD && !isSurrogate(c)) || c >= 0x10000;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}

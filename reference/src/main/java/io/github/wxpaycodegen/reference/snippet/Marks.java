package io.github.wxpaycodegen.reference.snippet;

import io.github.wxpaycodegen.generator.plan.JavaField;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Marks in a text the values that only the sender can compute: encrypted, signed, a digest of the file. They are characters of
 * private use, so that JSON, XML and URLs leave them alone until a printer replaces them.
 */
final class Marks {
    /** The kinds of marked values. */
    enum Kind {
        /** The value, encrypted with the gateway's public key. */
        ENCRYPTED('\uE000'),
        /** The signature of the value by the merchant's private key. */
        SIGNED('\uE001'),
        /** The digest of the file; the value is the algorithm. */
        DIGEST('\uE002'),
        /** A value of the shell, such as the nonce; the value is its name. */
        VARIABLE('\uE003');

        private final char begin;

        Kind(char begin) {
            this.begin = begin;
        }

        /** Returns the marked value. */
        String mark(String value) {
            return begin + value + END;
        }
    }

    private static final char END = '\uE00F';
    private static final Pattern MARKED = Pattern.compile("([\uE000-\uE003])([^\uE00F]*)\uE00F");

    private Marks() {}

    /** Returns the text of a field as it is sent: plain, or marked. */
    static String text(JavaField field, String value) {
        if (field.isEncrypted()) {
            return Kind.ENCRYPTED.mark(value);
        }
        if (field.spec().wire().signed().isPresent()) {
            return Kind.SIGNED.mark(value);
        }
        return field.spec().source().digest().map(Kind.DIGEST::mark).orElse(value);
    }

    /** Returns true if a text has a mark of a kind. */
    static boolean contains(String text, Kind kind) {
        return text.indexOf(kind.begin) >= 0;
    }

    /**
     * Replaces all marked values.
     *
     * @param replacement returns the text for a kind and a value
     */
    static String replace(String text, BiFunction<Kind, String, String> replacement) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (MatchResult mark : MARKED.matcher(text).results().toList()) {
            Kind kind = Kind.values()[mark.group(1).charAt(0) - Kind.ENCRYPTED.begin];
            out.append(text, copied, mark.start()).append(replacement.apply(kind, mark.group(2)));
            copied = mark.end();
        }
        return out.append(text, copied, text.length()).toString();
    }
}

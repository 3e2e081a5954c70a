package io.github.wxpaycodegen.runtime.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Forms of keys and certificates: PEM, PEM in one line, Base64 without PEM lines, and frequent mistakes. */
final class PemText {
    private static final int SEQUENCE = 0x30;

    private PemText() {}

    /**
     * Returns the text with real line ends. Configuration servers and environment variables write them as two
     * characters.
     */
    static byte[] unescaped(byte[] pem) {
        String text = text(pem);
        boolean printable = text.chars().allMatch(c -> c < 0x7f);
        return printable && text.contains("\\n") ? bytes(text.replace("\\r", "").replace("\\n", "\n")) : pem;
    }

    /** Returns the DER of a key that was given as Base64 without PEM lines; null for any other text. */
    static byte @Nullable [] bare(byte[] pem) {
        String text = text(pem).strip();
        if (!text.matches("[A-Za-z0-9+/\\s]+=*")) {
            return null;
        }
        byte[] der = Base64.getMimeDecoder().decode(text);
        return der[0] == SEQUENCE ? der : null;
    }

    /** Returns why the text contains no usable private key, and what to do. */
    static String whyNot(byte[] pem) {
        String text = text(pem);
        if (text.isBlank()) {
            return "it is empty";
        }
        if (text.contains("ENCRYPTED")) {
            return "the private key is encrypted: decrypt it first, with openssl pkcs8 -in key.pem -out plain.pem";
        }
        if (text.contains("PUBLIC KEY-----")) {
            return "it is a public key: use the merchant's private key, apiclient_key.pem";
        }
        if (text.contains("BEGIN CERTIFICATE-----")) {
            return "it is a certificate: use the merchant's private key, apiclient_key.pem";
        }
        if (pem[0] == SEQUENCE && !text.chars().allMatch(c -> c < 0x7f)) {
            return "it is DER: convert it to PEM first, with openssl pkcs8 -inform DER -nocrypt -in key.der -out key.pem";
        }
        return "it has no PRIVATE KEY section (PKCS#8 or PKCS#1, unencrypted): use apiclient_key.pem";
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import java.nio.charset.StandardCharsets;

/** Recognizes files that are often mistaken for a P12 file, so that the error does not blame the password. */
final class P12File {
    private static final int SEQUENCE = 0x30;
    private static final int INDEFINITE = 0x80;

    private P12File() {}

    static void requireWhole(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1).strip();
        if (file.length == 0) {
            throw new ConfigurationException("the file is empty");
        }
        if (start.startsWith("-----BEGIN")) {
            throw new ConfigurationException(
                    "not a P12 file but PEM: use clientCertificatePem with the" + " certificate and its key");
        }
        if (start.matches("[A-Za-z0-9+/=\\s]+")) {
            throw new ConfigurationException("not a P12 file but text, Base64 for instance: decode it first");
        }
        if (!isSequence(file)) {
            throw new ConfigurationException("not a P12 file. Was it changed by resource filtering? Build tools"
                    + " that filter resources as text damage binary files: exclude *.p12 from filtering");
        }
    }

    /** Returns true if the length in the outermost DER element matches the length of the file. */
    private static boolean isSequence(byte[] file) {
        if (file.length < 2 || file[0] != SEQUENCE) {
            return false;
        }
        int first = file[1] & 0xff;
        if (first == INDEFINITE) {
            return true;
        }
        int count = first > INDEFINITE ? first - INDEFINITE : 0;
        if (count > 4 || file.length < 2 + count) {
            return false;
        }
        long length = count == 0 ? first : 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | (file[2 + i] & 0xff);
        }
        return length == file.length - 2L - count;
    }
}

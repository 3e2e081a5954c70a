package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.cert.X509Certificate;
import java.util.Locale;

/** Serial numbers in WeChat Pay's form: upper-case hex of whole bytes, including leading zeros. */
public final class Serial {
    private Serial() {}

    /** Returns the serial number of a certificate. */
    public static String of(X509Certificate certificate) {
        String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    /**
     * Returns the canonical form of a serial number or key id, for lookups. It takes linear time: a stranger chooses the value before any
     * signature is checked.
     */
    public static String normalize(String serial) {
        String upper = serial.toUpperCase(Locale.ROOT);
        int zeros = 0;
        while (zeros < upper.length() - 1 && upper.charAt(zeros) == '0') {
            zeros++;
        }
        return upper.chars().allMatch(Serial::isHexDigit) ? upper.substring(zeros) : upper;
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
    }
}

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

    /** Returns the canonical form of a serial number or key id, for lookups. */
    public static String normalize(String serial) {
        return serial.toUpperCase(Locale.ROOT).replaceFirst("^0+(?=[0-9A-F]+$)", "");
    }
}

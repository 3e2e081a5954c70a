package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.cert.X509Certificate;
import java.util.Locale;

/** Serial numbers as WeChat Pay writes them: upper-case hex of whole bytes, leading zeros kept. */
public final class Serial {
    private Serial() {}

    /** The serial number of a certificate. */
    public static String of(X509Certificate certificate) {
        String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    /** The one spelling of a serial number or key id by which keys are looked up. */
    public static String normalize(String serial) {
        return serial.toUpperCase(Locale.ROOT).replaceFirst("^0+(?=[0-9A-F]+$)", "");
    }
}

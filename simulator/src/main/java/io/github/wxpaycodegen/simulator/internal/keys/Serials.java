package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Serial numbers of certificates in the format of v3. */
public final class Serials {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Serials() {}

    /** Returns the serial number in upper-case hex, two digits per byte, with a leading zero if there is one. */
    public static String of(X509Certificate certificate) {
        return HEX.formatHex(certificate.getSerialNumber().toByteArray());
    }
}

package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** The serial numbers of certificates, as v3 messages name them. */
public final class Serials {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Serials() {}

    /** In upper-case hex, two digits a byte: a leading zero belongs to it. */
    public static String of(X509Certificate certificate) {
        return HEX.formatHex(certificate.getSerialNumber().toByteArray());
    }
}

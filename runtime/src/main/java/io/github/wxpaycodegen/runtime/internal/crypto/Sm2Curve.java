package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.Key;
import java.util.HexFormat;

/** Recognizes the SM2 curve by its name, without BouncyCastle. */
public final class Sm2Curve {
    /** The DER of the object identifier 1.2.156.10197.1.301, in hex. */
    private static final String NAME = "06082a811ccf5501822d";

    private Sm2Curve() {}

    /** Returns true if a key or certificate in DER names the curve. */
    public static boolean isNamedIn(byte[] der) {
        return HexFormat.of().formatHex(der).contains(NAME);
    }

    /** Returns true if a key is on the curve. */
    public static boolean has(Key key) {
        byte[] der = key.getEncoded();
        return der != null && isNamedIn(der);
    }
}

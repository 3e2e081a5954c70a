package io.github.wxpaycodegen.runtime.internal.call;

import java.security.SecureRandom;

/** Creates nonces: 32 letters and digits, about 190 bits. */
public final class Nonce {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 32;

    private Nonce() {}

    /** Returns a new nonce. */
    public static String next(SecureRandom random) {
        StringBuilder nonce = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            nonce.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return nonce.toString();
    }
}

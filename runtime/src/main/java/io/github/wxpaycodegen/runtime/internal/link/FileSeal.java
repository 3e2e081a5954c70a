package io.github.wxpaycodegen.runtime.internal.link;

/**
 * Encryption of a file with a key of its own.
 *
 * @param encryptKey the key, or its ciphertext for the merchant in Base64
 * @param nonce the nonce, as text
 */
public record FileSeal(String encryptKey, String nonce) {
    /** Returns neither the key nor the nonce. */
    @Override
    public String toString() {
        return "FileSeal";
    }
}

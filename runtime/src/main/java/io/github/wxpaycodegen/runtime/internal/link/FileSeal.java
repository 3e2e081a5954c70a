package io.github.wxpaycodegen.runtime.internal.link;

/**
 * The key of an encrypted file.
 *
 * @param encryptKey the key, or its ciphertext for the merchant in Base64
 * @param nonce the nonce, as text
 */
public record FileSeal(String encryptKey, String nonce) {
    /** Returns a text without the key and the nonce. */
    @Override
    public String toString() {
        return "FileSeal";
    }
}

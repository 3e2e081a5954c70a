package io.github.wxpaycodegen.runtime.notification;

/**
 * A field of v2 notifications that contains an encrypted XML document.
 *
 * @param field the name of the field
 */
record EncryptedDocument(String field, Encryption encryption) {
    private static final String CIPHERTEXT = "ciphertext";

    /** The encryption of a document. */
    enum Encryption {
        /** AES in ECB mode with the APIv2 key. The document stands in for the signature that the message lacks. */
        AES_ECB,
        /** AES-GCM with the APIv3 key. */
        AES_GCM
    }

    EncryptedDocument {
        if (encryption == Encryption.AES_GCM && !field.endsWith(CIPHERTEXT)) {
            throw new IllegalArgumentException(
                    "the name of a field encrypted with AES-GCM must end with " + CIPHERTEXT + " (was " + field + ")");
        }
    }

    /**
     * Returns the name of the field with a parameter of AES-GCM. It stands beside the ciphertext and begins like it: {@code
     * event_nonce} beside {@code event_ciphertext}.
     *
     * @param name as in v3: {@code nonce}
     */
    String parameter(String name) {
        return field.substring(0, field.length() - CIPHERTEXT.length()) + name;
    }
}

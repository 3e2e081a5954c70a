package io.github.wxpaycodegen.generator.model;

/** How a string field is encrypted. */
public enum FieldEncryption {
    RSA_PUBKEY,
    AES_GCM,
    AES_ECB
}

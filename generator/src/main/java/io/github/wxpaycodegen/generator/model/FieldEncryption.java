package io.github.wxpaycodegen.generator.model;

/** Encryption of a string field. */
public enum FieldEncryption {
    RSA_PUBKEY,
    AES_GCM,
    AES_ECB
}

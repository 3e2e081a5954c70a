package io.github.wxpaycodegen.generator.spec;

/** How a string field is encrypted. */
public enum FieldEncryption {
    RSA_PUBKEY,
    AES_GCM,
    AES_ECB
}

package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.crypto.Identity;
import io.github.wxpaycodegen.runtime.message.Fill;

/** The party that makes a v3 call. Each has its own id, key pair and public key of the gateway. */
public enum V3Account {
    /** The merchant, which calls everything below {@code /v3/}. */
    MERCHANT(
            "merchant",
            Fill.MCHID,
            "wechatPayPublicKeyPem",
            "wechatPayPublicKeyPem, platformCertificatesPem or downloadPlatformCertificates",
            "v3Key"),
    /** The brand, which calls everything below {@code /brand/}. It has no platform certificates. */
    BRAND("brand", Fill.BRAND_ID, "brandWechatPayPublicKeyPem", "brandWechatPayPublicKeyPem", "brandV3Key");

    private static final String BRAND_PATHS = "/brand/";

    private final String owner;
    private final Fill id;
    private final String publicKeySetting;
    private final String trustSettings;
    private final String v3KeySetting;

    V3Account(String owner, Fill id, String publicKeySetting, String trustSettings, String v3KeySetting) {
        this.owner = owner;
        this.id = id;
        this.publicKeySetting = publicKeySetting;
        this.trustSettings = trustSettings;
        this.v3KeySetting = v3KeySetting;
    }

    /** Returns the account that calls a path. */
    public static V3Account of(String path) {
        return path.startsWith(BRAND_PATHS) ? BRAND : MERCHANT;
    }

    /** Returns the word for the account in messages: {@code merchant}. */
    public String owner() {
        return owner;
    }

    /** Returns the configured id for the {@code Authorization} header. */
    public Fill id() {
        return id;
    }

    /** Returns the identity of the account with an id, for the {@code Authorization} header. */
    public Identity identity(String value) {
        return this == BRAND ? Identity.brand(value) : Identity.merchant(value);
    }

    String privateKeySetting() {
        return owner + "PrivateKeyPem";
    }

    String certificateSetting() {
        return owner + "CertificatePem";
    }

    String serialSetting() {
        return owner + "Serial";
    }

    /** Returns the settings that requests need to be signed. */
    public String signingSettings() {
        return privateKeySetting() + ", and " + certificateSetting() + " or " + serialSetting();
    }

    /** Returns the setting of the gateway's public keys. */
    public String publicKeySetting() {
        return publicKeySetting;
    }

    /** Returns the setting of the id of a public key, which text settings have beside {@link #publicKeySetting}. */
    public String publicKeyIdSetting() {
        return publicKeySetting.replace("Pem", "Id");
    }

    /** Returns the settings of which any makes responses verifiable. */
    public String trustSettings() {
        return trustSettings;
    }

    String v3KeySetting() {
        return v3KeySetting;
    }
}

package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.Pem;
import io.github.wxpaycodegen.runtime.internal.crypto.RefundCipher;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import java.nio.file.Path;
import java.security.Provider;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link WxPayConfig.Builder} that are keys: what is signed, verified, encrypted and decrypted with.
 *
 * @param <B> the builder
 */
abstract class KeySettings<B extends KeySettings<B>> extends ConnectionSettings<B> {
    final V3Settings.Builder v3 = new V3Settings.Builder(V3Account.MERCHANT);
    final V3Settings.Builder brand = new V3Settings.Builder(V3Account.BRAND);

    @Nullable
    V2Signer v2Signer;

    @Nullable
    RefundCipher refundCipher;

    @Nullable
    WorkwxSigner workwxSigner;

    @Nullable
    PublicKey encryptionKey;

    KeySettings() {}

    /**
     * The APIv2 key, which signs requests, verifies responses and notifications, and decrypts refund notifications.
     *
     * @throws ConfigurationException unless it is 32 bytes long
     */
    public B v2Key(String value) {
        Settings.key("v2Key", value);
        v2Signer = new V2Signer(value);
        refundCipher = new RefundCipher(value);
        return self();
    }

    /**
     * The secret of the WeCom app that pays, which signs payments to the members of a WeCom company a second time.
     *
     * @throws ConfigurationException if it is blank
     */
    public B workwxSecret(String value) {
        workwxSigner = new WorkwxSigner(Settings.text("workwxSecret", value));
        return self();
    }

    /** The gateway's RSA public key in PEM, with which v2 fields are encrypted (PKCS#8 or PKCS#1). */
    public B encryptionKeyPem(Path pem) {
        return encryptionKeyPem(Settings.read("encryptionKeyPem", pem));
    }

    /** The gateway's RSA public key in PEM, with which v2 fields are encrypted (PKCS#8 or PKCS#1). */
    public B encryptionKeyPem(byte[] pem) {
        encryptionKey = Pem.publicKey("encryptionKeyPem", pem);
        return self();
    }

    /** The gateway's RSA public key as a text in PEM, with which v2 fields are encrypted. */
    public B encryptionKeyPem(String pem) {
        return encryptionKeyPem(Settings.bytes("encryptionKeyPem", pem));
    }

    /**
     * The merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response fields. One of SM2
     * chooses the SM suite.
     */
    public B merchantPrivateKeyPem(Path pem) {
        return merchantPrivateKeyPem(Settings.read("merchantPrivateKeyPem", pem));
    }

    /** The merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response fields. */
    public B merchantPrivateKeyPem(byte[] pem) {
        v3.privateKey(pem);
        return self();
    }

    /** The merchant's private key as a text: PEM, whose line ends may be written as {@code \n}, or its Base64 alone. */
    public B merchantPrivateKeyPem(String pem) {
        return merchantPrivateKeyPem(Settings.bytes("merchantPrivateKeyPem", pem));
    }

    /** The merchant's certificate in PEM, whose serial number v3 requests name. */
    public B merchantCertificatePem(Path pem) {
        return merchantCertificatePem(Settings.read("merchantCertificatePem", pem));
    }

    /** The merchant's certificate in PEM, whose serial number v3 requests name. */
    public B merchantCertificatePem(byte[] pem) {
        v3.certificate(pem);
        return self();
    }

    /** The merchant's certificate as a text in PEM, whose serial number v3 requests name. */
    public B merchantCertificatePem(String pem) {
        return merchantCertificatePem(Settings.bytes("merchantCertificatePem", pem));
    }

    /**
     * The serial number of the merchant's certificate, where the certificate itself is not at hand.
     *
     * @throws ConfigurationException unless it is hex
     */
    public B merchantSerial(String value) {
        v3.serial(value);
        return self();
    }

    /**
     * The APIv3 key, which decrypts platform certificates and notifications.
     *
     * @throws ConfigurationException unless it is 32 bytes long
     */
    public B v3Key(String value) {
        v3.v3Key(value);
        return self();
    }

    /** A public key of the gateway in PEM, and its id, {@code PUB_KEY_ID_...}; several may be trusted at once. */
    public B wechatPayPublicKeyPem(String keyId, Path pem) {
        return wechatPayPublicKeyPem(keyId, Settings.read("wechatPayPublicKeyPem", pem));
    }

    /** A public key of the gateway in PEM, and its id, {@code PUB_KEY_ID_...}; several may be trusted at once. */
    public B wechatPayPublicKeyPem(String keyId, byte[] pem) {
        v3.publicKey(keyId, pem);
        return self();
    }

    /** A public key of the gateway as a text in PEM, and its id, {@code PUB_KEY_ID_...}. */
    public B wechatPayPublicKeyPem(String keyId, String pem) {
        return wechatPayPublicKeyPem(keyId, Settings.bytes("wechatPayPublicKeyPem", pem));
    }

    /** Platform certificates in PEM that were downloaded before. */
    public B platformCertificatesPem(Path pem) {
        return platformCertificatesPem(Settings.read("platformCertificatesPem", pem));
    }

    /** Platform certificates in PEM that were downloaded before. */
    public B platformCertificatesPem(byte[] pem) {
        v3.platformCertificates(Pem.certificates("platformCertificatesPem", pem));
        return self();
    }

    /** Platform certificates as a text in PEM that were downloaded before. */
    public B platformCertificatesPem(String pem) {
        return platformCertificatesPem(Settings.bytes("platformCertificatesPem", pem));
    }

    /** Downloads the platform certificates when they are needed, and about hourly then; {@link #v3Key} decrypts them. */
    public B downloadPlatformCertificates() {
        v3.download();
        return self();
    }

    /**
     * The brand's private key in PEM (PKCS#8 or PKCS#1). It signs {@code /brand/} requests and decrypts fields of their
     * responses; the merchant's key does neither.
     */
    public B brandPrivateKeyPem(Path pem) {
        return brandPrivateKeyPem(Settings.read("brandPrivateKeyPem", pem));
    }

    /** Same as {@link #brandPrivateKeyPem(Path)}, with the content of the file. */
    public B brandPrivateKeyPem(byte[] pem) {
        brand.privateKey(pem);
        return self();
    }

    /** The brand's private key as a text: PEM, whose line ends may be written as {@code \n}, or its Base64 alone. */
    public B brandPrivateKeyPem(String pem) {
        return brandPrivateKeyPem(Settings.bytes("brandPrivateKeyPem", pem));
    }

    /** The brand's API certificate in PEM, whose serial number {@code /brand/} requests name. */
    public B brandCertificatePem(Path pem) {
        return brandCertificatePem(Settings.read("brandCertificatePem", pem));
    }

    /** Same as {@link #brandCertificatePem(Path)}, with the content of the file. */
    public B brandCertificatePem(byte[] pem) {
        brand.certificate(pem);
        return self();
    }

    /** The brand's API certificate as a text in PEM. */
    public B brandCertificatePem(String pem) {
        return brandCertificatePem(Settings.bytes("brandCertificatePem", pem));
    }

    /**
     * The serial number of the brand's API certificate, where the certificate itself is not at hand.
     *
     * @throws ConfigurationException unless it is hex
     */
    public B brandSerial(String value) {
        brand.serial(value);
        return self();
    }

    /**
     * The gateway's public key for the brand in PEM, and its id, {@code PUB_KEY_ID_...}. It is not the merchant's: the
     * gateway refuses {@code /brand/} requests that name a key of another account. It verifies responses and
     * notifications, and encrypts sensitive fields; several may be trusted at once.
     */
    public B brandWechatPayPublicKeyPem(String keyId, Path pem) {
        return brandWechatPayPublicKeyPem(keyId, Settings.read("brandWechatPayPublicKeyPem", pem));
    }

    /** Same as {@link #brandWechatPayPublicKeyPem(String, Path)}, with the content of the file. */
    public B brandWechatPayPublicKeyPem(String keyId, byte[] pem) {
        brand.publicKey(keyId, pem);
        return self();
    }

    /** The gateway's public key for the brand as a text in PEM, and its id, {@code PUB_KEY_ID_...}. */
    public B brandWechatPayPublicKeyPem(String keyId, String pem) {
        return brandWechatPayPublicKeyPem(keyId, Settings.bytes("brandWechatPayPublicKeyPem", pem));
    }

    /**
     * The brand's APIv3 key, which decrypts notifications to the brand.
     *
     * @throws ConfigurationException unless it is 32 bytes long
     */
    public B brandV3Key(String value) {
        brand.v3Key(value);
        return self();
    }

    /**
     * The JCA provider that signs v3 requests and front-end parameters with RSA, a native one for instance; the JVM's choice
     * by default. Verification, encryption and TLS stay with the JVM. {@link WxPayConfig.Builder#build()} throws {@link
     * ConfigurationException} if the provider cannot sign with a configured key, or if that is an SM2 key.
     */
    public B signatureProvider(Provider value) {
        Settings.given("signatureProvider", value);
        v3.signatureProvider(value);
        brand.signatureProvider(value);
        return self();
    }
}

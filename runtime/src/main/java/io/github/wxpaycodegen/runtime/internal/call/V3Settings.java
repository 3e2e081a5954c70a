package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.GatewayKey;
import io.github.wxpaycodegen.runtime.internal.crypto.KeyPairs;
import io.github.wxpaycodegen.runtime.internal.crypto.KeyRing;
import io.github.wxpaycodegen.runtime.internal.crypto.Pem;
import io.github.wxpaycodegen.runtime.internal.crypto.Serial;
import io.github.wxpaycodegen.runtime.internal.crypto.V3Signer;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keys of one account in v3: its own for signing and decryption, and the gateway's keys that it trusts. */
public final class V3Settings {
    private final V3Account account;
    private final @Nullable PrivateKey privateKey;
    private final CipherSuite suite;
    private final @Nullable V3Signer signer;
    private final KeyRing keys;
    private final boolean download;
    private final @Nullable X509Certificate certificate;
    private final byte @Nullable [] v3Key;

    private V3Settings(Builder b) {
        account = b.account;
        privateKey = b.privateKey;
        suite = suite(b);
        String serial = serial(b);
        PrivateKey signingKey = signingKey(b, suite);
        signer = signingKey == null || serial == null ? null : new V3Signer(signingKey, serial, b.signatureProvider);
        keys = new KeyRing(b.keys);
        download = b.download;
        certificate = b.certificate;
        v3Key = b.v3Key == null ? null : b.v3Key.clone();
        if (download && v3Key == null) {
            throw new ConfigurationException(
                    "downloadPlatformCertificates: the certificates are encrypted; configure v3Key too");
        }
        if (download && signer == null) {
            throw new ConfigurationException("downloadPlatformCertificates: the download is signed; configure"
                    + " merchantPrivateKeyPem, and merchantCertificatePem or merchantSerial too");
        }
    }

    /** Returns the cipher suite shared by all configured keys. */
    private static CipherSuite suite(Builder b) {
        CipherSuite suite = b.privateKey == null ? null : suite(b.account.privateKeySetting(), b.privateKey);
        for (GatewayKey key : b.keys) {
            CipherSuite its = suite("the gateway's key " + key.serial(), key.key());
            if (suite != null && suite != its) {
                throw new ConfigurationException("the gateway's key " + key.serial() + " is for " + its.signatureType()
                        + ", but the " + b.account.owner() + "'s key is for " + suite.signatureType()
                        + ": use keys of the same suite");
            }
            suite = its;
        }
        return suite == null ? CipherSuite.RSA : suite;
    }

    private static CipherSuite suite(String setting, Key key) {
        try {
            return CipherSuite.of(key);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(setting + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the key in the form that the signing provider needs; null for none. A test signature shows a problem now,
     * not at the first payment.
     */
    private static @Nullable PrivateKey signingKey(Builder b, CipherSuite suite) {
        if (b.signatureProvider == null || b.privateKey == null) {
            return b.privateKey;
        }
        String setting = b.account.privateKeySetting();
        if (suite != CipherSuite.RSA) {
            throw new ConfigurationException("signatureProvider signs only with RSA, but " + setting
                    + " is an SM2 key: do not set signatureProvider");
        }
        PrivateKey key = translated(b.privateKey, b.signatureProvider);
        try {
            suite.sign(key, new byte[0], b.signatureProvider);
            return key;
        } catch (GeneralSecurityException | ProviderException e) {
            throw new ConfigurationException(
                    "signatureProvider: " + b.signatureProvider.getName() + " cannot sign with " + setting
                            + " by SHA256withRSA",
                    e);
        }
    }

    /**
     * Returns the key in the provider's own form. A native provider would otherwise convert it for each signature, which takes
     * longer than signing.
     */
    private static PrivateKey translated(PrivateKey key, Provider provider) {
        try {
            Key its = KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
            return its instanceof RSAPrivateKey translated ? translated : key;
        } catch (GeneralSecurityException | ProviderException e) {
            // The provider has no key format of its own.
            return key;
        }
    }

    private static @Nullable String serial(Builder b) {
        X509Certificate certificate = b.certificate;
        if (certificate == null) {
            return b.serial;
        }
        V3Account account = b.account;
        if (b.privateKey != null && !KeyPairs.belong(b.privateKey, certificate)) {
            throw new ConfigurationException(account.certificateSetting() + ": the certificate does not belong to "
                    + account.privateKeySetting());
        }
        String serial = Serial.of(certificate);
        if (b.serial != null && !Serial.normalize(b.serial).equals(Serial.normalize(serial))) {
            throw new ConfigurationException(account.serialSetting() + ": it is " + b.serial + ", and that of "
                    + account.certificateSetting() + " is " + serial);
        }
        return serial;
    }

    /** Returns the account that owns these keys. */
    public V3Account account() {
        return account;
    }

    /** Returns the private key; null if it is not configured. */
    public @Nullable PrivateKey privateKey() {
        return privateKey;
    }

    /** Returns the cipher suite of the keys. */
    public CipherSuite suite() {
        return suite;
    }

    /** Returns the signer; null if the private key or its serial number is not configured. */
    public @Nullable V3Signer signer() {
        return signer;
    }

    /** Returns the configured keys of the gateway. */
    public KeyRing keys() {
        return keys;
    }

    /** Returns the merchant's certificate; null if only its serial number is configured. */
    public @Nullable X509Certificate certificate() {
        return certificate;
    }

    /** Returns true if platform certificates are downloaded. */
    public boolean download() {
        return download;
    }

    /** Returns true if any gateway key is trusted, or may be downloaded. */
    public boolean trustsAnybody() {
        return download || !keys.isEmpty();
    }

    /** Returns true if the APIv3 key is configured. */
    public boolean hasV3Key() {
        return v3Key != null;
    }

    /**
     * Returns a copy of the APIv3 key.
     *
     * @throws ConfigurationException if it is not configured
     */
    public byte[] v3KeyBytes() {
        if (v3Key == null) {
            throw new ConfigurationException("decryption requires the APIv3 key: configure " + account.v3KeySetting());
        }
        return v3Key.clone();
    }

    /** Collects the settings. */
    public static final class Builder {
        private final V3Account account;
        private final List<GatewayKey> keys = new ArrayList<>();
        private @Nullable PrivateKey privateKey;
        private @Nullable X509Certificate certificate;
        private @Nullable String serial;
        private @Nullable Provider signatureProvider;
        private boolean download;
        private byte @Nullable [] v3Key;

        /** Creates a builder for an account. */
        public Builder(V3Account account) {
            this.account = account;
        }

        /** Sets the APIv3 key. */
        public void v3Key(String value) {
            v3Key = Settings.key(account.v3KeySetting(), value);
        }

        /** Sets the private key, in PEM. */
        public void privateKey(byte[] pem) {
            privateKey = Pem.privateKey(account.privateKeySetting(), pem);
        }

        /** Sets the certificate of the private key, in PEM. */
        public void certificate(byte[] pem) {
            certificate = Pem.certificates(account.certificateSetting(), pem).get(0);
        }

        /** Sets the serial number of that certificate, in hex. */
        public void serial(String value) {
            // Tools print it in lower case, with colons or spaces between the bytes.
            String hex = Settings.text(account.serialSetting(), value)
                    .replaceAll("[:\\s]", "")
                    .toUpperCase(Locale.ROOT);
            if (!hex.matches("[0-9A-F]{1,64}")) {
                throw new ConfigurationException(
                        account.serialSetting() + " must be the hexadecimal serial number of the "
                                + account.owner() + "'s"
                                + " certificate: openssl x509 -in apiclient_cert.pem -noout -serial prints it");
            }
            serial = hex;
        }

        /** Sets the provider that signs. */
        public void signatureProvider(Provider value) {
            signatureProvider = value;
        }

        /** Adds a public key of the gateway, in PEM, with its id. */
        public void publicKey(String id, byte[] pem) {
            if (!Settings.text(account.publicKeySetting(), id).matches("[!-~]+")) {
                throw new ConfigurationException(
                        account.publicKeySetting() + ": the id must be the one that begins with PUB_KEY_ID_");
            }
            keys.add(GatewayKey.of(id, Pem.publicKey(account.publicKeySetting(), pem)));
        }

        /** Adds certificates of the gateway. */
        public void platformCertificates(List<X509Certificate> certificates) {
            certificates.forEach(each -> keys.add(GatewayKey.of(each)));
        }

        /** Enables the download of platform certificates. */
        public void download() {
            download = true;
        }

        /**
         * Builds the settings.
         *
         * @throws ConfigurationException if they contradict each other
         */
        public V3Settings build() {
            return new V3Settings(this);
        }
    }
}

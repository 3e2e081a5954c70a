package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Takes the merchant's key and certificate from SSL bundles of Spring Boot, and the authorities to trust. */
final class SslBundleKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SslBundleKeys.class);

    private final @Nullable SslBundles bundles;

    /**
     * Creates an instance.
     *
     * @param bundles null if the application has none
     */
    SslBundleKeys(@Nullable SslBundles bundles) {
        this.bundles = bundles;
    }

    /**
     * Sets the key and the certificate of a bundle: to sign v3 requests, and to be presented where an operation requires
     * it.
     *
     * @throws IllegalArgumentException if there is no such bundle, or it has no key
     */
    void apply(String name, WxPayConfig.Builder config) {
        SslBundle bundle = bundle(name);
        KeyStore keys = bundle.getStores().getKeyStore();
        if (keys == null) {
            throw new IllegalArgumentException("the SSL bundle \"" + name
                    + "\" has no key: add the private key and the certificate of the merchant to its keystore");
        }
        try {
            String alias = alias(name, keys, bundle.getKey().getAlias());
            byte[] key = pem("PRIVATE KEY", key(name, bundle, keys, alias).getEncoded());
            byte[] certificate = pem("CERTIFICATE", keys.getCertificate(alias).getEncoded());
            config.merchantPrivateKeyPem(key).merchantCertificatePem(certificate);
            config.clientCertificatePem(chain(keys, alias), key);
            trust(bundle.getStores().getTrustStore(), config);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the SSL bundle \"" + name + "\" cannot be read: check its passwords", e);
        }
    }

    /** Calls a handler whenever a bundle has changed. One that does not exist is reported when it is read. */
    void onUpdate(String name, Runnable handler) {
        if (bundles == null) {
            return;
        }
        try {
            bundles.addBundleUpdateHandler(name, bundle -> handler.run());
        } catch (NoSuchSslBundleException e) {
            LOG.debug("there is no SSL bundle {}", name, e);
        }
    }

    private SslBundle bundle(String name) {
        if (bundles == null) {
            throw new IllegalArgumentException("the application has no SSL bundles: configure spring.ssl.bundle");
        }
        try {
            return bundles.getBundle(name);
        } catch (NoSuchSslBundleException e) {
            throw new IllegalArgumentException(
                    "there is no SSL bundle \"" + name + "\": configure spring.ssl.bundle.pem." + name
                            + " or spring.ssl.bundle.jks." + name,
                    e);
        }
    }

    private static String alias(String name, KeyStore keys, @Nullable String configured) throws KeyStoreException {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias) && (configured == null || configured.equalsIgnoreCase(alias))) {
                return alias;
            }
        }
        throw new IllegalArgumentException("the keystore of the SSL bundle \"" + name + "\" has no private key"
                + (configured == null ? "" : " with the alias \"" + configured + "\""));
    }

    private static PrivateKey key(String name, SslBundle bundle, KeyStore keys, String alias)
            throws GeneralSecurityException {
        String password = bundle.getKey().getPassword();
        password = password == null ? bundle.getStores().getKeyStorePassword() : password;
        Key key = keys.getKey(alias, password == null ? null : password.toCharArray());
        if (key instanceof PrivateKey found && "PKCS#8".equals(found.getFormat())) {
            return found;
        }
        throw new IllegalArgumentException(
                "the key of the SSL bundle \"" + name + "\" must be a private key in PKCS#8");
    }

    private static byte[] chain(KeyStore keys, String alias) throws GeneralSecurityException {
        StringBuilder chain = new StringBuilder();
        for (Certificate each : keys.getCertificateChain(alias)) {
            chain.append(new String(pem("CERTIFICATE", each.getEncoded()), StandardCharsets.US_ASCII));
        }
        return chain.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void trust(@Nullable KeyStore store, WxPayConfig.Builder config) throws KeyStoreException {
        if (store == null) {
            return;
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate authority) {
                config.trust(authority);
            }
        }
    }

    private static byte[] pem(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}

package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The merchant's certificate for mutual TLS, with its key. */
public final class ClientCertificate {
    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private ClientCertificate() {}

    /**
     * Opens a PKCS #12 file.
     *
     * @param remedy how to give another password, for the message
     * @throws ConfigurationException if it cannot be opened; its message does not name the setting
     */
    public static KeyManager ofP12(byte[] p12, char[] password, String remedy) {
        P12File.requireWhole(p12);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(p12), password);
            return keyManager(store, password);
        } catch (IOException | GeneralSecurityException e) {
            // The cause may quote the input, but its type and message do not contain the password.
            throw new ConfigurationException(
                    "the P12 file cannot be opened. Its password is the merchant id unless it was" + " changed: "
                            + remedy,
                    e);
        }
    }

    /**
     * Combines a certificate chain and a private key, in PEM.
     *
     * @throws ConfigurationException if they cannot be read, or do not belong together
     */
    public static KeyManager ofPem(byte[] certificates, byte[] privateKey) {
        List<X509Certificate> chain = Pem.certificates("clientCertificatePem", certificates);
        PrivateKey key = Pem.privateKey("clientCertificatePem", privateKey);
        if (!KeyPairs.belong(key, chain.get(0))) {
            throw new ConfigurationException("clientCertificatePem: the private key does not belong to the certificate"
                    + " with the serial number " + Serial.of(chain.get(0)) + ". Use the apiclient_cert.pem and the"
                    + " apiclient_key.pem that were issued together.");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("merchant", key, IN_MEMORY, chain.toArray(new Certificate[0]));
            return keyManager(store, IN_MEMORY);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    "clientCertificatePem: the certificate and the key do not belong together", e);
        }
    }

    private static KeyManager keyManager(KeyStore store, char[] password) throws GeneralSecurityException {
        if (store.size() == 0) {
            throw new ConfigurationException("the P12 file contains no key");
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers()[0];
    }
}

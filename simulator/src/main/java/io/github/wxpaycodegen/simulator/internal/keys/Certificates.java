package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of a simulator, in several formats. */
public final class Certificates {
    private static final char[] IN_MEMORY = new char[0];

    private final CertificateAuthority authority;
    private final IssuedCertificate server;
    private final IssuedCertificate client;
    private final IssuedCertificate merchant;

    private Certificates(
            CertificateAuthority authority,
            IssuedCertificate server,
            IssuedCertificate client,
            IssuedCertificate merchant) {
        this.authority = authority;
        this.server = server;
        this.client = client;
        this.merchant = merchant;
    }

    /**
     * Issues new certificates from a new authority: for the server with its hosts, and for the merchant. In the SM
     * suite, the merchant signs with another certificate than that of TLS, which is always RSA.
     */
    public static Certificates create(String mchid, Suite suite, List<String> hosts, KeySource source) {
        CertificateAuthority authority = CertificateAuthority.create(source);
        return of(authority, authority.issueServer(hosts), mchid, suite);
    }

    /** Issues new certificates for another merchant of the same server. */
    public Certificates forMerchant(String mchid, Suite suite) {
        return of(authority, server, mchid, suite);
    }

    private static Certificates of(
            CertificateAuthority authority, IssuedCertificate server, String mchid, Suite suite) {
        IssuedCertificate client = authority.issueClient(Suite.RSA, mchid);
        IssuedCertificate merchant = suite == Suite.RSA ? client : authority.issueClient(suite, mchid);
        return new Certificates(authority, server, client, merchant);
    }

    /** Returns the authority that issues the certificates. */
    public CertificateAuthority issuer() {
        return authority;
    }

    /** Returns the certificate of the authority. */
    public X509Certificate authority() {
        return authority.certificate();
    }

    /** Returns the certificate of the key with which the merchant signs. */
    public X509Certificate merchant() {
        return merchant.certificate();
    }

    /** Returns the certificate of the authority in PEM. */
    public String authorityPem() {
        return PemText.certificate(authority.certificate());
    }

    /** Returns the certificate of the key with which the merchant signs, in PEM. */
    public String merchantPem() {
        return PemText.certificate(merchant.certificate());
    }

    /** Returns the private key with which the merchant signs, in PEM. */
    public String merchantKeyPem() {
        return PemText.privateKey(merchant.key());
    }

    /** Returns the client certificate of mutual TLS as a P12 file. */
    public byte[] clientP12(String password) {
        try {
            ByteArrayOutputStream p12 = new ByteArrayOutputStream();
            keyStore(client, password.toCharArray()).store(p12, password.toCharArray());
            return p12.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the client certificate could not be written to a P12 file", e);
        }
    }

    void writeTo(Path directory, String password) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("ca.pem"), authorityPem());
        Files.writeString(directory.resolve("apiclient_cert.pem"), merchantPem());
        Files.writeString(directory.resolve("apiclient_key.pem"), merchantKeyPem());
        Files.write(directory.resolve("apiclient_cert.p12"), clientP12(password));
    }

    /** Returns the TLS of the server, which trusts client certificates of its authority. */
    public SSLContext serverContext() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(server, IN_MEMORY), IN_MEMORY);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore trusted = emptyKeyStore();
            trusted.setCertificateEntry("ca", authority.certificate());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the TLS of the simulator could not be set up", e);
        }
    }

    private KeyStore keyStore(IssuedCertificate issued, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = emptyKeyStore();
        store.setKeyEntry(
                "key", issued.key(), password, new Certificate[] {issued.certificate(), authority.certificate()});
        return store;
    }

    private static KeyStore emptyKeyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority that exists as long as its simulator. Its key never leaves the process, so trusting it is
 * safe.
 */
public final class CertificateAuthority {
    private static final Duration LIFETIME = Duration.ofDays(365);
    /** Certificates are valid from a time in the past, for clients whose clock is behind. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private static final AlgorithmParameterSpec P256 = new ECGenParameterSpec("secp256r1");
    private static final AlgorithmParameterSpec RSA_2048 = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);

    private final SecureRandom random = new SecureRandom();
    private final X500Name name = name("wxpay-simulator CA");
    private final IssuedCertificate root;

    private CertificateAuthority() throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = keys("EC", P256);
        X509v3CertificateBuilder builder = builder(name, keys.getPublic(), Instant.now());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        root = new IssuedCertificate(sign(builder, keys), keys.getPrivate());
    }

    /** Creates an authority with a new key. */
    static CertificateAuthority create() {
        try {
            return new CertificateAuthority();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate authority could not be created", e);
        }
    }

    X509Certificate certificate() {
        return root.certificate();
    }

    /** Issues the certificate of a server with these host names and IP addresses. */
    IssuedCertificate issueServer(List<String> hosts) {
        GeneralName[] names =
                hosts.stream().map(CertificateAuthority::alternativeName).toArray(GeneralName[]::new);
        try {
            return issue(
                    "wxpay-simulator",
                    keys("EC", P256),
                    KeyPurposeId.id_kp_serverAuth,
                    new GeneralNames(names),
                    Instant.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot generate EC keys", e);
        }
    }

    /** Issues the certificate of a merchant. */
    public IssuedCertificate issueClient(Suite suite, String mchid) {
        return issue(mchid, newKeys(suite), KeyPurposeId.id_kp_clientAuth, null, Instant.now());
    }

    /** Issues a certificate of the platform, valid at a point in time. */
    IssuedCertificate issuePlatform(Suite suite, Instant now) {
        return issue("Tenpay.com sign", newKeys(suite), KeyPurposeId.id_kp_clientAuth, null, now);
    }

    /** Returns a new key pair without a certificate. */
    KeyPair newKeys(Suite suite) {
        try {
            return suite == Suite.SM ? Sm2.keys() : keys("RSA", RSA_2048);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot generate keys for " + suite, e);
        }
    }

    private IssuedCertificate issue(
            String commonName, KeyPair keys, KeyPurposeId purpose, @Nullable GeneralNames names, Instant now) {
        try {
            X509v3CertificateBuilder builder = builder(name(commonName), keys.getPublic(), now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (names != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
            return new IssuedCertificate(
                    sign(builder, new KeyPair(root.certificate().getPublicKey(), root.key())), keys.getPrivate());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("the certificate of " + commonName + " could not be created", e);
        }
    }

    /**
     * Returns a serial number of 20 bytes whose first hex digit is zero. Such numbers are rare in production, and clients that
     * format them as integers lose the zero.
     */
    private BigInteger serial() {
        return new BigInteger(156, random).setBit(152);
    }

    private X509v3CertificateBuilder builder(X500Name subject, PublicKey key, Instant now)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serial(), Date.from(now.minus(CLOCK_DIFFERENCE)), Date.from(now.plus(LIFETIME)), subject, key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublic()));
        // The JVM's own certificate factory does not support the curve of SM2.
        return new JcaX509CertificateConverter()
                .setProvider(Sm2.PROVIDER)
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private KeyPair keys(String algorithm, AlgorithmParameterSpec spec) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(spec, random);
        return generator.generateKeyPair();
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder()
                .addRDN(BCStyle.O, "wxpay-simulator")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static GeneralName alternativeName(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}

package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority that exists as long as its simulator. Its key never leaves the process, so trusting it is
 * safe, unless its keys follow from a seed that others know.
 */
public final class CertificateAuthority {
    private static final String SERVER = "server";

    private static final AlgorithmParameterSpec P256 = new ECGenParameterSpec("secp256r1");
    private static final AlgorithmParameterSpec RSA_2048 = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);

    /** Keys that follow from seeds, by their fingerprints. */
    private static final Map<String, KeyPair> SEEDED = new ConcurrentHashMap<>();

    private static final int MOST_SEEDED = 500;

    private final KeySource source;
    private final X500Name name = name("wxpay-simulator CA");
    private final IssuedCertificate root;

    private CertificateAuthority(KeySource source) throws GeneralSecurityException, IOException {
        this.source = source;
        KeyPair keys = keys("EC", P256, "ca");
        X509v3CertificateBuilder builder = builder(name, keys.getPublic(), Instant.now(), source, "ca");
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        root = new IssuedCertificate(sign(builder, keys), keys.getPrivate());
    }

    /** Creates an authority with a key of this source. */
    static CertificateAuthority create(KeySource source) {
        try {
            return new CertificateAuthority(source);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate authority could not be created", e);
        }
    }

    X509Certificate certificate() {
        return root.certificate();
    }

    /** Issues the certificate of a server with these host names and IP addresses, always with a new key. */
    IssuedCertificate issueServer(List<String> hosts) {
        GeneralName[] names =
                hosts.stream().map(CertificateAuthority::alternativeName).toArray(GeneralName[]::new);
        try {
            // A certificate of TLS that is valid for many years is rejected by some clients.
            KeySource fresh = KeySource.random();
            return issue(
                    "wxpay-simulator",
                    keys(KeyPairGenerator.getInstance("EC"), P256, fresh.random(SERVER)),
                    KeyPurposeId.id_kp_serverAuth,
                    new GeneralNames(names),
                    Instant.now(),
                    fresh,
                    SERVER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot generate EC keys", e);
        }
    }

    /** Issues the certificate of a merchant or a brand. */
    public IssuedCertificate issueClient(Suite suite, String account) {
        String label = "client/" + suite + "/" + account;
        return issue(account, newKeys(suite, label), KeyPurposeId.id_kp_clientAuth, null, Instant.now(), source, label);
    }

    /**
     * Issues a certificate of the platform, valid at a point in time.
     *
     * @param label different for each certificate of this authority
     */
    IssuedCertificate issuePlatform(Suite suite, Instant now, String label) {
        return issue("Tenpay.com sign", newKeys(suite, label), KeyPurposeId.id_kp_clientAuth, null, now, source, label);
    }

    /**
     * Returns a new key pair without a certificate.
     *
     * @param label different for each key pair of this authority
     */
    KeyPair newKeys(Suite suite, String label) {
        try {
            return suite == Suite.SM ? Sm2.keys(source.random(label)) : keys("RSA", RSA_2048, label);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot generate keys for " + suite, e);
        }
    }

    private IssuedCertificate issue(
            String commonName,
            KeyPair keys,
            KeyPurposeId purpose,
            @Nullable GeneralNames names,
            Instant now,
            KeySource source,
            String label) {
        try {
            X509v3CertificateBuilder builder = builder(name(commonName), keys.getPublic(), now, source, label);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (names != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
            return new IssuedCertificate(
                    sign(builder, new KeyPair(root.certificate().getPublicKey(), root.key())), keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificate of " + commonName + " could not be created", e);
        }
    }

    /**
     * Returns a serial number of 20 bytes whose first hex digit is zero. Such numbers are rare in production, and clients that
     * format them as integers lose the zero.
     */
    private static BigInteger serial(KeySource source, String label) {
        return new BigInteger(156, source.random("serial/" + label)).setBit(152);
    }

    private X509v3CertificateBuilder builder(
            X500Name subject, PublicKey key, Instant now, KeySource source, String label)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                serial(source, label),
                Date.from(source.validFrom(now)),
                Date.from(source.validUntil(now)),
                subject,
                key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer)
            throws GeneralSecurityException, IOException {
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublic()));
        // The JVM's own certificate factory does not support the curve of SM2.
        return new JcaX509CertificateConverter()
                .setProvider(Sm2.PROVIDER)
                .getCertificate(builder.build(new DeterministicSigner(issuer.getPrivate())));
    }

    /**
     * Generates keys: seeded ones by Bouncy Castle, because those of another version of the JVM could differ. That takes a
     * second for each, so that the gateways of one seed, which tests start again and again, share them.
     */
    private KeyPair keys(String algorithm, AlgorithmParameterSpec spec, String label) throws GeneralSecurityException {
        if (!source.isSeeded()) {
            return keys(KeyPairGenerator.getInstance(algorithm), spec, source.random(label));
        }
        String name = algorithm + source.fingerprint(label);
        KeyPair known = SEEDED.get(name);
        if (known != null) {
            return known;
        }
        KeyPair made = seeded(algorithm, spec, source.random(label));
        if (SEEDED.size() >= MOST_SEEDED) {
            SEEDED.clear();
        }
        SEEDED.put(name, made);
        return made;
    }

    private static KeyPair seeded(String algorithm, AlgorithmParameterSpec spec, SecureRandom random)
            throws GeneralSecurityException {
        KeyPair keys = keys(KeyPairGenerator.getInstance(algorithm, Sm2.PROVIDER), spec, random);
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded())),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(keys.getPrivate().getEncoded())));
    }

    private static KeyPair keys(KeyPairGenerator generator, AlgorithmParameterSpec spec, SecureRandom random)
            throws GeneralSecurityException {
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

package io.github.wxpaycodegen.runtime.internal.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** SM2 keys and certificates, made anew for a test. */
public final class SmKeys {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private SmKeys() {}

    /** A key pair on the curve of SM2. */
    public static KeyPair sm2() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A self-signed certificate that is valid for a day around an instant. */
    public static X509Certificate certificate(KeyPair keys, String serialHex, Instant now) {
        X500Name name = new X500Name("CN=Tenpay.com");
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    new BigInteger(serialHex, 16),
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(Duration.ofDays(1))),
                                    name,
                                    keys.getPublic())
                            .build(new JcaContentSignerBuilder("SM3withSM2")
                                    .setProvider(PROVIDER)
                                    .build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}

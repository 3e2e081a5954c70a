package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses PEM files from WeChat Pay, and those that common tools make of them. */
public final class Pem {
    /** The DER prefix that turns a PKCS#1 key into PKCS#8: version 0 and the algorithm rsaEncryption. */
    private static final byte[] PKCS8_RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private Pem() {}

    /**
     * Parses certificates, at least one.
     *
     * @throws ConfigurationException if there is none or it cannot be read; it names the setting
     */
    public static List<X509Certificate> certificates(String setting, byte @Nullable [] pem) {
        try {
            List<X509Certificate> all = certificates(PemText.unescaped(Settings.given(setting, pem)));
            if (all.isEmpty()) {
                throw new ConfigurationException(setting + ": there is no certificate in it");
            }
            return all;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    setting + ": it is not a certificate in PEM, or its Base64 is damaged: copy the whole file", e);
        }
    }

    private static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        byte[] der = section(pem, "CERTIFICATE");
        if (Sm2Curve.isNamedIn(der == null ? pem : der)) {
            return withSm(sm -> sm.certificates(pem));
        }
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** Parses a key or certificate with the SM suite. */
    private interface SmReading<T> {
        T by(SmSuite sm) throws GeneralSecurityException;
    }

    private static <T> T withSm(SmReading<T> reading) throws GeneralSecurityException {
        try {
            return reading.by(SmSuite.INSTANCE);
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException(
                    "The SM2 key or certificate needs BouncyCastle: add the dependency org.bouncycastle:bcprov-jdk18on",
                    e);
        }
    }

    /**
     * Parses a private key in PKCS #8 or PKCS #1, also as Base64 without PEM lines.
     *
     * @throws ConfigurationException if it cannot be read; it names the setting
     */
    public static PrivateKey privateKey(String setting, byte @Nullable [] given) {
        byte[] pem = PemText.unescaped(Settings.given(setting, given));
        try {
            byte[] der = section(pem, "PRIVATE KEY");
            byte[] pkcs1 = der == null ? section(pem, "RSA PRIVATE KEY") : null;
            if (pkcs1 != null) {
                der = pkcs8(pkcs1);
            }
            if (der == null) {
                byte[] bare = PemText.bare(pem);
                if (bare == null) {
                    throw new ConfigurationException(setting + ": " + PemText.whyNot(pem));
                }
                return generateBare(bare);
            }
            return generate(der);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    setting + ": the private key cannot be read because it is damaged or cut off. Copy the whole file");
        }
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        return sequence(PKCS8_RSA_HEAD, element(0x04, pkcs1));
    }

    /** Base64 without PEM lines may be either format. */
    private static PrivateKey generateBare(byte[] der) throws GeneralSecurityException {
        try {
            return generate(der);
        } catch (GeneralSecurityException notPkcs8) {
            return generate(pkcs8(der));
        }
    }

    /**
     * Parses a public key in PKCS #8 or PKCS #1.
     *
     * @throws ConfigurationException if it cannot be read; it names the setting
     */
    public static PublicKey publicKey(String setting, byte @Nullable [] given) {
        byte[] pem = PemText.unescaped(Settings.given(setting, given));
        try {
            byte[] der = section(pem, "PUBLIC KEY");
            if (der == null) {
                byte[] pkcs1 = section(pem, "RSA PUBLIC KEY");
                if (pkcs1 == null) {
                    throw new ConfigurationException(setting + ": it has no PUBLIC KEY section");
                }
                byte[] bits = new byte[pkcs1.length + 1];
                System.arraycopy(pkcs1, 0, bits, 1, pkcs1.length);
                byte[] algorithm = Arrays.copyOfRange(PKCS8_RSA_HEAD, 3, PKCS8_RSA_HEAD.length);
                der = sequence(algorithm, element(0x03, bits));
            }
            return generatePublic(der);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(setting + ": the public key cannot be read", e);
        }
    }

    private static PublicKey generatePublic(byte[] der) throws GeneralSecurityException {
        return Sm2Curve.isNamedIn(der)
                ? withSm(sm -> sm.publicKey(der))
                : KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    }

    private static PrivateKey generate(byte[] pkcs8) throws GeneralSecurityException {
        if (Sm2Curve.isNamedIn(pkcs8)) {
            return withSm(sm -> sm.privateKey(pkcs8));
        }
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException notRsa) {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        }
    }

    private static byte @Nullable [] section(byte[] pem, String label) {
        Matcher matcher = Pattern.compile(
                        "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(new String(pem, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Base64.getMimeDecoder().decode(matcher.group(1)) : null;
    }

    private static byte[] sequence(byte[] head, byte[] tail) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(head);
        content.writeBytes(tail);
        return element(0x30, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < 0x80) {
            der.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            der.write(0x80 | (length.length - from));
            der.write(length, from, length.length - from);
        }
        der.writeBytes(content);
        return der.toByteArray();
    }
}

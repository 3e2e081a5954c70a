package io.github.wxpaycodegen.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyEncryptorBuilder;

/** A new OpenPGP key with which one dry run of a release is signed. */
final class SigningKey {
    static final String PASSPHRASE = "dry run";

    private final PGPSecretKey key;

    private SigningKey(PGPSecretKey key) {
        this.key = key;
    }

    static SigningKey generate() throws GeneralSecurityException, PGPException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        JcaPGPKeyPair pair = new JcaPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                generator.generateKeyPair(),
                Date.from(Instant.now()));
        BouncyCastleProvider provider = new BouncyCastleProvider();
        return new SigningKey(new PGPSecretKey(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "Dry run <dry-run@example.com>",
                new JcaPGPDigestCalculatorProviderBuilder()
                        .setProvider(provider)
                        .build()
                        .get(HashAlgorithmTags.SHA1),
                null,
                null,
                new JcaPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256)
                        .setProvider(provider),
                new JcePBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setProvider(provider)
                        .build(PASSPHRASE.toCharArray())));
    }

    /** Returns the secret key as ASCII-armored text. */
    String armored() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = new ArmoredOutputStream(out)) {
            key.encode(armor);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** Tests whether an ASCII-armored detached signature of {@code content} was made by this key. */
    boolean verifies(byte[] content, byte[] armoredSignature) throws IOException, PGPException {
        PGPSignatureList signatures = (PGPSignatureList)
                new JcaPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(armoredSignature)))
                        .nextObject();
        PGPSignature signature = signatures.get(0);
        signature.init(
                new JcaPGPContentVerifierBuilderProvider().setProvider(new BouncyCastleProvider()), key.getPublicKey());
        signature.update(content);
        return signature.verify();
    }
}

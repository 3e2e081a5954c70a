package io.github.wxpaycodegen.simulator.internal.v2;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signature algorithm of v2. */
public enum V2Algorithm {
    MD5("MD5", 32) {
        @Override
        byte[] digest(byte[] key, byte[] text) throws GeneralSecurityException {
            return MessageDigest.getInstance("MD5").digest(text);
        }
    },
    HMAC_SHA256("HMAC-SHA256", 64) {
        @Override
        byte[] digest(byte[] key, byte[] text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        }
    };

    private final String wireName;
    private final int signatureLength;

    V2Algorithm(String wireName, int signatureLength) {
        this.wireName = wireName;
        this.signatureLength = signatureLength;
    }

    /** Returns the value of {@code sign_type}. */
    public String wireName() {
        return wireName;
    }

    /** Returns the algorithm of a {@code sign_type}: MD5 if it is empty; empty if there is no such algorithm. */
    public static Optional<V2Algorithm> named(String signType) {
        return signType.isEmpty()
                ? Optional.of(MD5)
                : Stream.of(values())
                        .filter(each -> each.wireName.equals(signType))
                        .findFirst();
    }

    /** Returns the algorithm whose signatures have the length of this one; empty if there is no such algorithm. */
    public static Optional<V2Algorithm> ofSignature(String signature) {
        return Stream.of(values())
                .filter(each -> each.signatureLength == signature.length())
                .findFirst();
    }

    /** Returns the other algorithm. */
    public V2Algorithm other() {
        return this == MD5 ? HMAC_SHA256 : MD5;
    }

    /** Returns the digest of a text that ends with the key. */
    abstract byte[] digest(byte[] key, byte[] text) throws GeneralSecurityException;
}

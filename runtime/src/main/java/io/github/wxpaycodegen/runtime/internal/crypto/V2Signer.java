package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies v2 messages with the merchant's APIv2 key.
 *
 * <p>The rule: the top-level fields without {@code sign}, absent and empty ones, sorted by the bytes of their names,
 * joined raw as {@code name=value} with {@code &}, then {@code &key=} and the key; MD5 of that text, or HMAC-SHA256 of
 * it under the key, in upper-case hex.
 */
public final class V2Signer {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] key;

    /**
     * Signs with the given key.
     *
     * @param key the APIv2 key, 32 bytes of ASCII in production
     */
    public V2Signer(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The signature of the fields, in upper-case hex; {@code sign} itself, null and empty values are left out. */
    public String sign(Map<String, ? extends @Nullable String> fields, SignType type) {
        byte[] text = signedText(fields);
        return HEX.formatHex(type == SignType.MD5 ? md5(text) : hmacSha256(text));
    }

    /** Whether the signature is that of the fields; compared in constant time, and case matters. */
    public boolean verify(Map<String, ? extends @Nullable String> fields, SignType type, String signature) {
        return MessageDigest.isEqual(
                sign(fields, type).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signedText(Map<String, ? extends @Nullable String> fields) {
        StringBuilder text = new StringBuilder(256);
        // String order is that of UTF-16 units; names are ASCII, where it is the order of the bytes.
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals("sign") && value != null && !value.isEmpty()) {
                text.append(name).append('=').append(value).append('&');
            }
        });
        byte[] head = text.append("key=").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + key.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(key, 0, whole, head.length, key.length);
        return whole;
    }

    private static byte[] md5(byte[] text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no MD5", e);
        }
    }

    private byte[] hmacSha256(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }
}

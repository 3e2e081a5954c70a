package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies v2 messages with the merchant's APIv2 key.
 *
 * <p>The signed text consists of the top-level fields except {@code sign} and empty ones, sorted by the bytes of their
 * names, joined as {@code name=value} with {@code &} without escaping, followed by {@code &key=} and the key. The
 * signature is its MD5, or its HMAC-SHA256 with the key, in upper-case hex.
 */
public final class V2Signer {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The beginning of another field within a value. */
    private static final Pattern NEXT_FIELD = Pattern.compile("&[^&=]*=");

    private final byte[] key;

    /**
     * Creates a signer.
     *
     * @param key the APIv2 key, 32 bytes of ASCII in production
     */
    public V2Signer(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the signature of the fields, in upper-case hex. It skips {@code sign}, and null and empty values. */
    public String sign(Map<String, ? extends @Nullable String> fields, SignType type) {
        byte[] text = signedText(fields);
        return HEX.formatHex(type == SignType.MD5 ? md5(text) : hmacSha256(text));
    }

    /**
     * Returns true if the signature of the fields is valid. The comparison is case-sensitive and takes constant time.
     */
    public boolean verify(Map<String, ? extends @Nullable String> fields, SignType type, String signature) {
        return MessageDigest.isEqual(
                sign(fields, type).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the problems of fields that a payer sees together with their signature. The signed text does not escape {@code &}. A payer
     * could divide a value that he has chosen, such as his name, into fields of a notification, for which the same
     * signature would be valid.
     */
    public static List<String> problemsIfShown(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> NEXT_FIELD.matcher(field.getValue()).find())
                .map(field -> field.getKey()
                        + " must not contain & before =: the payer could use the signature for other fields")
                .toList();
    }

    /** Returns the signed text of the fields up to the key, which follows: {@code a=1&b=2&key=}. */
    public static String signedTextWithoutKey(Map<String, ? extends @Nullable String> fields) {
        StringBuilder text = new StringBuilder(256);
        // Strings are sorted by UTF-16 units; names are ASCII, for which that equals the order of the bytes.
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals("sign") && value != null && !value.isEmpty()) {
                text.append(name).append('=').append(value).append('&');
            }
        });
        return text.append("key=").toString();
    }

    private byte[] signedText(Map<String, ? extends @Nullable String> fields) {
        byte[] head = signedTextWithoutKey(fields).getBytes(StandardCharsets.UTF_8);
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

package io.github.wxpaycodegen.simulator.internal.v2;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signatures of v2 messages: upper-case hex of the digest of {@code name=value&...&key=KEY}, the fields sorted by the bytes of
 * their names, without {@code sign} and without empty fields.
 *
 * <p>It shares no code with the runtime, whose signatures it verifies.
 */
public final class V2Signature {
    private static final String SIGN = "sign";

    private V2Signature() {}

    /** Returns the signature of a message with the APIv2 key. */
    public static String of(Map<String, String> fields, V2Algorithm algorithm, String key) {
        return hex(algorithm, key, pairs(fields, fields.keySet()) + "key=" + key);
    }

    /** Returns true if a message has this signature; upper case matters. */
    public static boolean isRight(Map<String, String> fields, V2Algorithm algorithm, String key, String signature) {
        return of(fields, algorithm, key).equals(signature);
    }

    /**
     * Returns the {@code workwx_sign} of a message: an MD5 signature over some of its fields with the secret of a WeCom app.
     *
     * @param names of the signed fields
     */
    static String ofWorkwx(Map<String, String> fields, Collection<String> names, String secret) {
        return hex(V2Algorithm.MD5, secret, pairs(fields, names) + "secret=" + secret);
    }

    private static String pairs(Map<String, String> fields, Collection<String> names) {
        return names.stream()
                .distinct()
                .filter(name ->
                        !name.equals(SIGN) && !fields.getOrDefault(name, "").isEmpty())
                .sorted((left, right) -> Arrays.compareUnsigned(bytes(left), bytes(right)))
                .map(name -> name + "=" + fields.get(name) + "&")
                .collect(Collectors.joining());
    }

    private static String hex(V2Algorithm algorithm, String key, String text) {
        try {
            return HexFormat.of().withUpperCase().formatHex(algorithm.digest(bytes(key), bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + algorithm.wireName(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

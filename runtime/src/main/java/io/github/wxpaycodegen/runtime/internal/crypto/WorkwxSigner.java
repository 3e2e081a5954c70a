package io.github.wxpaycodegen.runtime.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * Creates the second signature of payments to members of a WeCom company: the MD5 of some of the fields, sorted by name
 * and joined as {@code name=value} with {@code &}, followed by {@code &secret=} and the secret of the WeCom app that
 * pays.
 */
public final class WorkwxSigner {
    private final String secret;

    /**
     * Creates a signer.
     *
     * @param secret the secret of the WeCom app
     */
    public WorkwxSigner(String secret) {
        this.secret = secret;
    }

    /** Returns the signature in upper-case hex. It skips fields that are missing or empty. */
    public String sign(Map<String, String> fields, Collection<String> names) {
        StringJoiner text = new StringJoiner("&", "", "&secret=" + secret);
        for (String name : new TreeSet<>(names)) {
            String value = fields.get(name);
            if (value != null && !value.isEmpty()) {
                text.add(name + "=" + value);
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no MD5", e);
        }
    }
}

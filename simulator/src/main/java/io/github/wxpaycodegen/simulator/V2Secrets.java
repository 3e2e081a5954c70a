package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts the parts of v2 notifications that are XML of their own. */
final class V2Secrets {
    /** What goes with the events of service orders. */
    static final String ASSOCIATED_DATA = "event";

    private final String v2Key;
    private final String v3Key;

    V2Secrets(String v2Key, String v3Key) {
        this.v2Key = v2Key;
        this.v3Key = v3Key;
    }

    /** As events have it: AES-GCM under the APIv3 key. */
    String gcm(Map<String, String> fields, String nonce, Notice notice) {
        return AesGcm.encrypt(NoticeKeys.of(v3Key, notice), nonce, ASSOCIATED_DATA, V2Xml.write(fields));
    }

    /** As refunds have it: AES in ECB mode, its key the digest of the APIv2 key in lower-case hex, the root another. */
    String ecb(Map<String, String> fields, Notice notice) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest(NoticeKeys.of(v2Key, notice).getBytes(StandardCharsets.UTF_8));
            byte[] key = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return Base64.getEncoder().encodeToString(cipher.doFinal(document(fields)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a refund could not be encrypted", e);
        }
    }

    private static byte[] document(Map<String, String> fields) {
        String xml = new String(V2Xml.write(fields), StandardCharsets.UTF_8);
        String content = xml.substring("<xml>".length(), xml.length() - "</xml>".length());
        return ("<root>" + content + "</root>").getBytes(StandardCharsets.UTF_8);
    }
}

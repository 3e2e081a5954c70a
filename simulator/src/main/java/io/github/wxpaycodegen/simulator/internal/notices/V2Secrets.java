package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.simulator.internal.keys.AesGcm;
import io.github.wxpaycodegen.simulator.internal.v2.V2XmlWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts the parts of v2 notifications that are XML documents. */
final class V2Secrets {
    /** The associated data of events of service orders. */
    static final String ASSOCIATED_DATA = "event";

    private final String v2Key;
    private final String v3Key;

    V2Secrets(String v2Key, String v3Key) {
        this.v2Key = v2Key;
        this.v3Key = v3Key;
    }

    /** Encrypts a part of an event: AES-GCM with the APIv3 key. */
    String gcm(Map<String, String> fields, String nonce, NoticeDraft notice) {
        return AesGcm.encrypt(NoticeKeys.of(v3Key, notice), nonce, ASSOCIATED_DATA, V2XmlWriter.write(fields));
    }

    /**
     * Encrypts a part of a refund notification with AES-ECB. The key is the lower-case hex MD5 of the APIv2 key; the
     * document has another root.
     */
    String ecb(Map<String, String> fields, NoticeDraft notice) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest(NoticeKeys.of(v2Key, notice).getBytes(StandardCharsets.UTF_8));
            byte[] key = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return Base64.getEncoder().encodeToString(cipher.doFinal(V2XmlWriter.write("root", fields)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a refund could not be encrypted", e);
        }
    }
}

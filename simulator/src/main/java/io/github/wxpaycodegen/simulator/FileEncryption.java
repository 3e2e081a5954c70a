package io.github.wxpaycodegen.simulator;

import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** The encryption of one file under a key of its own, as the gateway has it for bills of sub-merchants. */
final class FileEncryption {
    /** The field of an answer that tells the key. */
    private static final String KEY = "encrypt_key";

    private final String key = NoticeKeys.nonce();
    private final String nonce = NoticeKeys.gcmNonce();

    /** Whether the file of which an answer tells is encrypted. */
    static boolean isToldBy(ObjectNode answer) {
        return answer.has(KEY);
    }

    /** Tells the merchant, and nobody else, how to decrypt it. */
    void tell(ObjectNode answer, PublicKey merchantKey) {
        answer.put(KEY, Suite.of(merchantKey).encryptField(merchantKey, key));
        answer.put("nonce", nonce);
    }

    /** The file encrypted; it is held while it is written, for its tag is that of the whole. */
    FileContent of(FileContent content) {
        return out -> {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            content.writeTo(plain);
            out.write(Base64.getDecoder().decode(AesGcm.encrypt(key, nonce, "", plain.toByteArray())));
        };
    }
}

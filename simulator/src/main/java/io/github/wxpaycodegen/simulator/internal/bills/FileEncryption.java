package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.keys.AesGcm;
import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** The encryption of one file under a key of its own, as the gateway has it for bills of sub-merchants. */
public final class FileEncryption {
    /** The field of an answer that tells the key. */
    private static final String KEY = "encrypt_key";

    private final String key = Nonces.next();
    private final String nonce = Nonces.nextForGcm();

    /** Whether the file of which an answer tells is encrypted. */
    public static boolean isOf(ObjectNode response) {
        return response.has(KEY);
    }

    /** Puts the key and the nonce into a response. The key is encrypted with it, as the spec has it for this field. */
    public void addTo(ObjectNode response) {
        response.put(KEY, key);
        response.put("nonce", nonce);
    }

    /** The file encrypted; it is held while it is written, for its tag is that of the whole. */
    public FileContent of(FileContent content) {
        return out -> {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            content.writeTo(plain);
            out.write(Base64.getDecoder().decode(AesGcm.encrypt(key, nonce, "", plain.toByteArray())));
        };
    }
}

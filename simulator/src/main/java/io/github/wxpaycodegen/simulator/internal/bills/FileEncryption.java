package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.keys.AesGcm;
import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** The encryption of one file with its own key, as for bills of sub-merchants. */
public final class FileEncryption {
    /** The response field with the key. */
    private static final String KEY = "encrypt_key";

    private final String key = Nonces.next();
    private final String nonce = Nonces.nextForGcm();

    /** Returns true if the file that a response links to is encrypted. */
    public static boolean isOf(ObjectNode response) {
        return response.has(KEY);
    }

    /** Adds the key and the nonce to a response. The key is encrypted later, as an encrypted field of the spec. */
    public void addTo(ObjectNode response) {
        response.put(KEY, key);
        response.put("nonce", nonce);
    }

    /** Returns the encrypted file. It is in memory while it is written, because its tag depends on all of it. */
    public FileContent of(FileContent content) {
        return out -> {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            content.writeTo(plain);
            out.write(Base64.getDecoder().decode(AesGcm.encrypt(key, nonce, "", plain.toByteArray())));
        };
    }
}

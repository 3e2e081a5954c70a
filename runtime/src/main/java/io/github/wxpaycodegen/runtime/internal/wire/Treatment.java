package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.digest.FileDigests;
import io.github.wxpaycodegen.runtime.message.Fill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to the text of one field on its way out: first it is found, then signed, then encrypted. */
record Treatment(
        @Nullable Fill fill,
        boolean required,
        @Nullable Digest digest,
        @Nullable UploadFile file,
        boolean signed,
        boolean encrypted) {
    static final Treatment NONE = new Treatment(null, false, null, null, false, false);

    Treatment filledWith(Fill key, boolean isRequired) {
        return new Treatment(key, isRequired, digest, file, signed, encrypted);
    }

    Treatment digestOf(Digest algorithm, @Nullable UploadFile of) {
        return new Treatment(fill, required, algorithm, of, signed, encrypted);
    }

    Treatment toSign() {
        return new Treatment(fill, required, digest, file, true, encrypted);
    }

    Treatment toEncrypt() {
        return new Treatment(fill, required, digest, file, signed, true);
    }

    /** The text to send; null for none. */
    @Nullable
    String apply(String field, @Nullable String value, Outgoing client) {
        String text = value != null ? value : found(field, client);
        if (text != null && signed) {
            text = client.sign(field, text);
        }
        if (text != null && encrypted) {
            text = client.encrypt(field, text);
        }
        return text;
    }

    /** The texts to send. */
    List<String> applyToEach(String field, List<String> values, Outgoing client) {
        List<String> treated = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String text = apply(field + "[" + i + "]", values.get(i), client);
            treated.add(text == null ? "" : text);
        }
        return treated;
    }

    private @Nullable String found(String field, Outgoing client) {
        if (fill != null) {
            String configured = client.configured(fill);
            if (configured == null && required) {
                client.problem(field + " is required; set it on the request or configure " + fill.setting());
            }
            return configured;
        }
        return digest != null && file != null ? digest(digest, file, field, client) : null;
    }

    private static String digest(Digest digest, UploadFile file, String field, Outgoing client) {
        String known = file.knownDigest(digest);
        return known != null ? known : FileDigests.hex(digest, client.content(field, file));
    }
}

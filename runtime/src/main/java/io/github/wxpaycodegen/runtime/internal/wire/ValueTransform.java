package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.digest.FileDigests;
import io.github.wxpaycodegen.runtime.message.Fill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps applied to the text of a field before it is sent: it is looked up, then signed, then encrypted. */
record ValueTransform(
        @Nullable Fill fill,
        boolean required,
        @Nullable Digest digest,
        @Nullable UploadFile file,
        boolean signed,
        boolean encrypted) {
    static final ValueTransform NONE = new ValueTransform(null, false, null, null, false, false);

    ValueTransform filledWith(Fill key, boolean isRequired) {
        return new ValueTransform(key, isRequired, digest, file, signed, encrypted);
    }

    ValueTransform digestOf(Digest algorithm, @Nullable UploadFile of) {
        return new ValueTransform(fill, required, algorithm, of, signed, encrypted);
    }

    ValueTransform toSign() {
        return new ValueTransform(fill, required, digest, file, true, encrypted);
    }

    ValueTransform toEncrypt() {
        return new ValueTransform(fill, required, digest, file, signed, true);
    }

    /** Returns the text to send; null for none. */
    @Nullable
    String apply(String field, @Nullable String value, FieldValueSource source) {
        String text = value != null ? value : found(field, source);
        if (text != null && signed) {
            text = source.sign(field, text);
        }
        if (text != null && encrypted) {
            text = source.encrypt(field, text);
        }
        return text;
    }

    /** Returns the texts to send. */
    List<String> applyToEach(String field, List<String> values, FieldValueSource source) {
        List<String> transformed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String text = apply(field + "[" + i + "]", values.get(i), source);
            transformed.add(text == null ? "" : text);
        }
        return transformed;
    }

    private @Nullable String found(String field, FieldValueSource source) {
        if (fill != null) {
            String configured = source.configured(fill);
            if (configured == null && required) {
                source.problem(field + " is required: set it on the request or configure " + fill.setting());
            }
            return configured;
        }
        return digest != null && file != null ? digest(digest, file, field, source) : null;
    }

    private static String digest(Digest digest, UploadFile file, String field, FieldValueSource source) {
        String known = file.knownDigest(digest);
        return known != null ? known : FileDigests.hex(digest, source.content(field, file));
    }
}

package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.Fill;
import org.jspecify.annotations.Nullable;

/** What the fields of a request take from the client on their way out. Field names are paths, for problems to name. */
public interface FieldValueSource {
    /** The configured value; null if none is configured. */
    @Nullable
    String configured(Fill fill);

    /** The encrypted text. */
    String encrypt(String field, String plain);

    /** The signature of the text by the merchant's private key. */
    String sign(String field, String text);

    /**
     * What is in the file, the same bytes whenever it is asked for in one request; empty where that is a problem, which is
     * then told.
     */
    byte[] content(String field, UploadFile file);

    /** Takes what keeps the request from being sent, beginning with the field's name. */
    void problem(String problem);
}

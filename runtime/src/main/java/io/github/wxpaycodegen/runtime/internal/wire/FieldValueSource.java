package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.Fill;
import org.jspecify.annotations.Nullable;

/**
 * Values that the client provides for the fields of an outgoing request. Field names are paths, for the messages of
 * problems.
 */
public interface FieldValueSource {
    /** Returns the configured value; null if none is configured. */
    @Nullable
    String configured(Fill fill);

    /** Returns the encrypted text. */
    String encrypt(String field, String plain);

    /** Returns the signature of the text with the merchant's private key. */
    String sign(String field, String text);

    /**
     * Returns the content of the file, which is the same for all uses in one request; empty if a problem was reported.
     */
    byte[] content(String field, UploadFile file);

    /** Reports a problem that prevents sending. The text begins with the name of the field. */
    void problem(String problem);
}

package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.FieldWriter;

/** Receives the fields of a request that are not in its body. */
interface FieldRouter {
    /** Returns the writer of the query. */
    FieldWriter query();

    /** Returns the writer of the headers. */
    FieldWriter header();

    /** Returns the writer of fields that the spec does not declare: that of the query or that of the body. */
    FieldWriter undeclared(FieldWriter body);

    /** Adds a file part. */
    void file(String name, UploadFile value);
}

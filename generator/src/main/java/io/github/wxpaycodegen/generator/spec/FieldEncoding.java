package io.github.wxpaycodegen.generator.spec;

/** How a document is put into a string field. */
public enum FieldEncoding {
    JSON,
    URL
}

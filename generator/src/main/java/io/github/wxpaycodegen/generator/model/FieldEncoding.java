package io.github.wxpaycodegen.generator.model;

/** How a document is put into a string field. */
public enum FieldEncoding {
    JSON,
    URL
}

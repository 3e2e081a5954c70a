package io.github.wxpaycodegen.generator.model;

/** Encoding of a document in a string field. */
public enum FieldEncoding {
    JSON,
    URL
}

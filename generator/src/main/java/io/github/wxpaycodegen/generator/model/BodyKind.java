package io.github.wxpaycodegen.generator.model;

/** What a request carries. */
public enum BodyKind {
    NONE,
    XML,
    JSON,
    MULTIPART
}

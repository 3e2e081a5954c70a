package io.github.wxpaycodegen.generator.spec;

/** What a request carries. */
public enum BodyKind {
    NONE,
    XML,
    JSON,
    MULTIPART
}

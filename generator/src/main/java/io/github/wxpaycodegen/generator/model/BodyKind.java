package io.github.wxpaycodegen.generator.model;

/** Kind of a request body. */
public enum BodyKind {
    NONE,
    XML,
    JSON,
    MULTIPART
}

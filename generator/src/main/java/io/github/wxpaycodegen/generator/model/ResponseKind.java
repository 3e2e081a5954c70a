package io.github.wxpaycodegen.generator.model;

/** What a response carries. */
public enum ResponseKind {
    XML,
    JSON,
    /** 204, or a body of no meaning. */
    EMPTY,
    /** A file. */
    STREAM,
    /** Nothing is called: the signed URL is handed to a browser. */
    REDIRECT
}

package io.github.wxpaycodegen.runtime.message;

/** Encoding of a document in a string field. */
public enum Encoding {
    /** The text is JSON. */
    JSON,
    /** The text is {@code name=value&...}, percent-encoded as a whole. */
    URL
}

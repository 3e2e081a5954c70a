package io.github.wxpaycodegen.runtime.message;

/** How a document is put into a string field. */
public enum Encoding {
    /** The text is JSON. */
    JSON,
    /** The text is {@code name=value&...}, percent-encoded as a whole. */
    URL
}

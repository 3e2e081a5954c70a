package io.github.wxpaycodegen.importer.internal.document;

/** A part of an operation that has fields. */
public enum Section {
    PATH("path"),
    QUERY("query"),
    HEADERS("headers"),
    REQUEST("request"),
    RESPONSE("response"),
    ERROR_FIELDS("errorFields");

    private final String key;

    Section(String key) {
        this.key = key;
    }

    /** Returns the key in specs. */
    public String key() {
        return key;
    }
}

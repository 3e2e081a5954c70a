package io.github.wxpaycodegen.importer.internal.document;

/** A part of an operation or a notification that has fields. */
public enum Section {
    PATH("path"),
    QUERY("query"),
    HEADERS("headers"),
    REQUEST("request"),
    RESPONSE("response"),
    ERROR_FIELDS("errorFields"),
    /** The decrypted resource of a v3 notification. */
    RESOURCE("resource"),
    /** The body of a v2 notification. */
    BODY("body"),
    /** The reply to a v2 notification. */
    REPLY("reply");

    /** The key of a notification in its file, where an operation has its method. */
    public static final String NOTIFICATION = "notification";

    private final String key;

    Section(String key) {
        this.key = key;
    }

    /** Returns the key in specs. */
    public String key() {
        return key;
    }
}

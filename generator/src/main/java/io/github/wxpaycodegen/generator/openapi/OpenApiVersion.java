package io.github.wxpaycodegen.generator.openapi;

/** A version of the OpenAPI Specification. */
public enum OpenApiVersion {
    /** For tools that do not read 3.1. Notifications are in {@code x-webhooks}. */
    V3_0("3.0.3"),
    /** JSON Schema of 2020-12, and notifications as webhooks. */
    V3_1("3.1.1");

    private final String text;

    OpenApiVersion(String text) {
        this.text = text;
    }

    /** Returns the version as a document states it. */
    public String text() {
        return text;
    }

    boolean isAtLeast(OpenApiVersion other) {
        return compareTo(other) >= 0;
    }
}

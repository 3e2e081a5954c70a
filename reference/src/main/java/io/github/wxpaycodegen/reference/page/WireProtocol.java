package io.github.wxpaycodegen.reference.page;

/** A version of the protocol, as pages name it. */
public enum WireProtocol {
    V2("v2", "v2 · XML"),
    V3("v3", "v3 · JSON");

    private final String prefix;
    private final String label;

    WireProtocol(String prefix, String label) {
        this.prefix = prefix;
        this.label = label;
    }

    /** Returns the id of its part of the page of shared errors, which begins the ids of those errors: {@code v2}. */
    public String prefix() {
        return prefix;
    }

    /** Returns the version and the form of messages: {@code v2 · XML}. */
    public String label() {
        return label;
    }
}

package io.github.wxpaycodegen.generator.model;

/** Kind of a response. */
public enum ResponseKind {
    XML,
    JSON,
    /** Status 204, or a body without meaning. */
    EMPTY,
    /** Status 202 without a body: the gateway has taken the request, and carries it out later. */
    ACCEPTED,
    /** A file. */
    STREAM,
    /** No request is sent: the signed URL is passed to a browser. */
    REDIRECT;

    /** Returns true if the gateway responds with a status alone. */
    public boolean isStatusOnly() {
        return this == EMPTY || this == ACCEPTED;
    }
}

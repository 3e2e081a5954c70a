package io.github.wxpaycodegen.cli.catalog;

/** Properties of an operation that a request by hand depends on. */
public enum WireTrait {
    /** It changes nothing. */
    READ_ONLY,
    /** Repeating the same request has no further effect. */
    IDEMPOTENT,
    /** Its v2 request has no {@code nonce_str}. */
    WITHOUT_NONCE,
    /** Its request is not signed. */
    UNSIGNED_REQUEST,
    /** A success may be unsigned. */
    UNSIGNED_RESPONSE,
    /** Its request has a second signature, by the secret of a WeCom app. */
    WORKWX,
    /** It uploads a file. */
    UPLOAD,
    /** Its request is JSON. */
    JSON_BODY,
    /** Its success is status 202: it is carried out later. */
    ACCEPTED,
    /** Its response is JSON. */
    JSON_RESPONSE,
    /** Its response is a file. */
    STREAM,
    /** It is a URL for a browser. */
    REDIRECT
}

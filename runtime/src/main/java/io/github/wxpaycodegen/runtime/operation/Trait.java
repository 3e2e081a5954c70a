package io.github.wxpaycodegen.runtime.operation;

/** A property in which an operation differs from most others. */
public enum Trait {
    /** The client presents its certificate. */
    CLIENT_CERTIFICATE,
    /** The request has a JSON body, even if it has no fields. */
    JSON_BODY,
    /** The request is an upload. */
    MULTIPART,
    /** The v2 request has no {@code nonce_str}. */
    WITHOUT_NONCE,
    /** The request is not signed. */
    UNSIGNED_REQUEST,
    /** A successful response may be unsigned. */
    UNSIGNED_RESPONSE,
    /** A successful response may have no body. */
    NO_CONTENT,
    /** Status 202 without an error code reports success: the gateway has taken the request and carries it out later. */
    ACCEPTED,
    /** Sending the same request again has no further effect. */
    IDEMPOTENT,
    /** The operation changes nothing at the gateway, which makes it idempotent. */
    READ_ONLY
}

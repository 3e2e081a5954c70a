package io.github.wxpaycodegen.runtime.operation;

/** A way in which an operation differs from most. */
public enum Trait {
    /** The client certificate is presented. */
    CLIENT_CERTIFICATE,
    /** The request has a JSON body, even if it has no fields. */
    JSON_BODY,
    /** The request is an upload. */
    MULTIPART,
    /** The request of v2 carries no {@code nonce_str}. */
    WITHOUT_NONCE,
    /** The request is not signed. */
    UNSIGNED_REQUEST,
    /** A success may come without a signature. */
    UNSIGNED_RESPONSE,
    /** A success may have no body. */
    NO_CONTENT,
    /** Sending the same request again changes nothing more. */
    IDEMPOTENT,
    /** The operation changes nothing at the gateway, and so is idempotent. */
    READ_ONLY
}

package io.github.wxpaycodegen.runtime;

/** An HTTP method that the gateway uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}

package io.github.wxpaycodegen.runtime.call;

/** An HTTP method that the gateway uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}

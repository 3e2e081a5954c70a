package io.github.wxpaycodegen.generator.model;

/** An HTTP method that the gateway uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}

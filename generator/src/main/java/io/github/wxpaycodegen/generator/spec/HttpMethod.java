package io.github.wxpaycodegen.generator.spec;

/** An HTTP method that the gateway uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}

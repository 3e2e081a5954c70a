package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.http.Response;

/**
 * A request that a protocol's gateway has handled.
 *
 * @param report the result of the checks, for the record
 * @param response the response before its delivery
 */
public record HandledRequest(RequestReport report, Response response) {
    /** Returns this request with the error of an operation that was not performed. */
    public HandledRequest withError(String text) {
        return new HandledRequest(report.withError(text), response);
    }
}

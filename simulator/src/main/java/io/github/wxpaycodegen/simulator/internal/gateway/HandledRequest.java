package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.http.Response;

/**
 * A request that a protocol's gateway has handled.
 *
 * @param report the result of the checks, for the record
 * @param response the response before its delivery
 */
public record HandledRequest(RequestReport report, Response response) {}

package io.github.wxpaycodegen.simulator;

/**
 * A request that a protocol's gateway has handled.
 *
 * @param report the result of the checks, for the record
 * @param response before its delivery
 */
record HandledRequest(RequestReport report, Response response) {}

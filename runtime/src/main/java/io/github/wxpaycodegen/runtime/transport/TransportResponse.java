package io.github.wxpaycodegen.runtime.transport;

import java.util.List;
import java.util.Map;

/**
 * A response, read to its end.
 *
 * @param status the HTTP status
 * @param headers by name, whose case does not matter
 * @param body the bytes; empty if there are none
 */
public record TransportResponse(int status, Map<String, List<String>> headers, byte[] body) {}

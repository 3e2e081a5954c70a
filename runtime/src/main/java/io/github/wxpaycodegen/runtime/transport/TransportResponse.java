package io.github.wxpaycodegen.runtime.transport;

import java.util.List;
import java.util.Map;

/**
 * A complete response.
 *
 * @param status the HTTP status
 * @param headers the headers by name, ignoring case
 * @param body the bytes; empty if there are none
 * @param delimited true if the end of the body was marked, by its length or by chunks; otherwise it ended with the
 *     connection, and may be cut off
 */
public record TransportResponse(int status, Map<String, List<String>> headers, byte[] body, boolean delimited) {
    /** Creates a response whose end was marked. */
    public TransportResponse(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, headers, body, true);
    }
}

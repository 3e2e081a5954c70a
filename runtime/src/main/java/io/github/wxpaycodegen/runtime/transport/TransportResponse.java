package io.github.wxpaycodegen.runtime.transport;

import java.util.List;
import java.util.Map;

/**
 * A response, read to its end.
 *
 * @param status the HTTP status
 * @param headers by name, whose case does not matter
 * @param body the bytes; empty if there are none
 * @param delimited whether the end of the body was marked, by its length or by chunks; otherwise it ended with the
 *     connection, which may have been cut off
 */
public record TransportResponse(int status, Map<String, List<String>> headers, byte[] body, boolean delimited) {
    /** A response whose end was marked. */
    public TransportResponse(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, headers, body, true);
    }
}

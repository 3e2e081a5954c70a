package io.github.wxpaycodegen.simulator.app.control;

import java.util.Map;

/**
 * A response of the control port.
 *
 * @param headers in addition to those of every response
 */
record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    static Reply json(int status, byte[] body) {
        return new Reply(status, "application/json; charset=utf-8", body, Map.of());
    }
}

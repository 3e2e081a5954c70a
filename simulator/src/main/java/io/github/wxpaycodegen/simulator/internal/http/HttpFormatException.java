package io.github.wxpaycodegen.simulator.internal.http;

import java.io.IOException;

/**
 * Exception for a request that is not HTTP/1.1 as the simulator supports it. The response is an HTTP status, and the
 * connection is closed.
 */
final class HttpFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpFormatException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}

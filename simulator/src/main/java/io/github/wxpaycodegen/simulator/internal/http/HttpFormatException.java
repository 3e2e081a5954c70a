package io.github.wxpaycodegen.simulator.internal.http;

import java.io.IOException;

/** A request is not the HTTP/1.1 that the simulator reads. The response is a status, and the connection is closed. */
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

package io.github.wxpaycodegen.runtime.transport;

import java.io.IOException;

/** Exception for a response with more bytes than the configuration allows; it was not read to its end. */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param limit the limit in bytes
     */
    public ResponseTooLargeException(long limit) {
        super("the response has more than " + limit + " bytes");
    }
}

package io.github.wxpaycodegen.runtime.internal.http;

import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** The status line and the headers of a response. */
final class ResponseHead {
    private static final long LINE_END = 2;
    private static final long STATUS_LINE = "HTTP/1.1 200 ".length();
    private static final int SEPARATOR = ": ".length();

    private ResponseHead() {}

    /**
     * Returns the number of bytes of the head on the connection. It assumes the usual form of responses: lines that end
     * with CRLF, and a space after the status. With any other form, the connection is not reused.
     */
    static long length(HttpResponse response) {
        String reason = response.getReasonPhrase();
        long length = STATUS_LINE + (reason == null ? 0 : reason.length()) + LINE_END;
        for (Header header : response.getHeaders()) {
            length += lineLength(header) + LINE_END;
        }
        return length + LINE_END;
    }

    private static int lineLength(Header header) {
        if (header instanceof FormattedHeader asReceived) {
            return asReceived.getBuffer().length();
        }
        String value = header.getValue();
        return header.getName().length() + SEPARATOR + (value == null ? 0 : value.length());
    }
}

package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers of responses. */
public final class ResponseHeaders {
    private ResponseHeaders() {}

    /** Returns the first header of this name; null if there is none. */
    public static @Nullable String first(TransportResponse response, String name) {
        List<String> values = response.headers().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns the request id, which WeChat Pay's support asks for; null if the response has none. */
    public static @Nullable String requestId(TransportResponse response) {
        return first(response, "Request-ID");
    }
}

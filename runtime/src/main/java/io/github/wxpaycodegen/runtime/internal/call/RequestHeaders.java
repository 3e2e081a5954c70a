package io.github.wxpaycodegen.runtime.internal.call;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers of requests. */
public final class RequestHeaders {
    private RequestHeaders() {}

    /**
     * Returns the headers of a request. Names ignore case, so the spellings of the caller and of the spec denote the
     * same header.
     *
     * @param options the options of the call, whose headers come first
     * @param message the headers of the message, which replace those of the options
     * @param contentType the type of the body; null if there is none
     * @param accept the accepted types of the response
     */
    public static Map<String, String> of(
            CallSettings options, Map<String, String> message, @Nullable String contentType, String accept) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(options.headers());
        headers.putAll(message);
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        headers.put("Accept", accept);
        return headers;
    }
}

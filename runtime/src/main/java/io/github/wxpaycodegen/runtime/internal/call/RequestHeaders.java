package io.github.wxpaycodegen.runtime.internal.call;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers of requests. */
public final class RequestHeaders {
    private RequestHeaders() {}

    /**
     * Returns the headers of a request; names ignore case, so there is one header of a name, however the caller and the spec
     * spell it.
     *
     * @param options the options of the call, whose headers come first
     * @param message the headers of the message, which replace those of the options
     * @param contentType the type of the body; null where there is none
     * @param accept the types of the response
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

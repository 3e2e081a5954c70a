package io.github.wxpaycodegen.runtime.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A verified response with its HTTP status, headers and body. */
public final class WxPayResponse<R> {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final R value;

    private WxPayResponse(int status, Map<String, List<String>> headers, byte[] body, R value) {
        this.status = status;
        this.headers = headers;
        this.body = body.clone();
        this.value = value;
    }

    /** Returns a response for tests: status 200, no headers and an empty body. */
    public static <R> WxPayResponse<R> of(R value) {
        return of(200, Map.of(), new byte[0], value);
    }

    /**
     * Returns a response, for instance for tests.
     *
     * @param status the HTTP status
     * @param headers copied; names ignore case
     * @param body copied
     * @param value the parsed response
     * @throws NullPointerException if the value is null
     */
    public static <R> WxPayResponse<R> of(int status, Map<String, List<String>> headers, byte[] body, R value) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new WxPayResponse<>(
                status, Collections.unmodifiableMap(copy), body, Objects.requireNonNull(value, "value"));
    }

    /** Returns the HTTP status. */
    public int httpStatus() {
        return status;
    }

    /** Returns the headers; unmodifiable, names ignore case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the request id, which WeChat Pay's support needs; null if the response has none. */
    public @Nullable String requestId() {
        List<String> values = headers.get("Request-ID");
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Returns a copy of the body as received. */
    public byte[] rawBody() {
        return body.clone();
    }

    /** Returns the parsed response; never null. */
    public R value() {
        return value;
    }

    /** Returns the status and the size, because the body may contain personal data. */
    @Override
    public String toString() {
        return "WxPayResponse{status=" + status + ", bytes=" + body.length + "}";
    }
}

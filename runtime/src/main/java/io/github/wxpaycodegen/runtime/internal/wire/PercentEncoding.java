package io.github.wxpaycodegen.runtime.internal.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Percent-encoding of RFC 3986: all but the unreserved characters, in UTF-8. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** Returns the text as a part of a URL. */
    public static String encode(String text) {
        // The form encoding of the JDK differs in three characters.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Returns the parameters as a query, with its question mark; empty if there are none. */
    public static String query(List<RequestParts.Parameter> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(p -> encode(p.name()) + "=" + encode(p.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}

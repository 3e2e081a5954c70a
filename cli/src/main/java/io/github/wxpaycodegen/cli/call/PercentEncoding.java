package io.github.wxpaycodegen.cli.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of values in URLs. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** Encodes a segment of a path, or a name or value of a query. A form would write a space as +, a URL may not. */
    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

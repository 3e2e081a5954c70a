package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.wire.PercentEncoding;
import java.util.List;

/** The path of an operation, with a place for each template segment. */
final class PathTemplate {
    private PathTemplate() {}

    /** The value as one segment of a path, percent-encoded. */
    static String segment(String name, String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new InvalidRequestException(
                    "the path",
                    List.of(name + ": \"" + ForeignText.shown(value) + "\" cannot stand for a segment of the path"));
        }
        return PercentEncoding.encode(value);
    }

    /** The path with these segments, encoded already, in their places. */
    static String expand(String template, List<String> segments) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (String segment : segments) {
            int open = template.indexOf('{', from);
            path.append(template, from, open).append(segment);
            from = template.indexOf('}', open) + 1;
        }
        return path.append(template, from, template.length()).toString();
    }
}

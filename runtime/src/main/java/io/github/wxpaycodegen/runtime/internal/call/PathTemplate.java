package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The path of an operation, with its template segments. */
public final class PathTemplate {
    private static final int LONGEST_READABLE = 64;
    private static final Pattern SHOWN = Pattern.compile("(.*_)?(transaction_id|refund_id|stock_id|batch_id|plan_id"
            + "|contract_id|complaint_id|activity_id|applyment_id|apply_id|bill_id"
            + "|(trade|order|refund|return|batch|bill|detail|request|contract|plan|apply|transfer|authorization"
            + "|recharge|budget|reservation|instruction)_(no|code))");

    private static final Pattern SEGMENT = Pattern.compile("\\{([^}]*)}");

    private PathTemplate() {}

    /**
     * Returns the value as one segment of a path, percent-encoded.
     *
     * @throws InvalidRequestException if the value is empty, {@code .} or {@code ..}
     * @throws NullPointerException if the value is null; it names the segment
     */
    public static String segment(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw InvalidRequestException.builder("the path")
                    .problem(name + ": \"" + ForeignText.shown(value) + "\" cannot be a segment of the path")
                    .build();
        }
        return PercentEncoding.encode(value);
    }

    /** Returns the path with these values of its segments, which are encoded already. */
    public static String expand(String template, List<String> segments) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (String segment : segments) {
            int open = template.indexOf('{', from);
            path.append(template, from, open).append(segment);
            from = template.indexOf('}', open) + 1;
        }
        return path.append(template, from, template.length()).toString();
    }

    /** Returns the names of the template segments, in order. */
    public static List<String> names(String template) {
        return SEGMENT.matcher(template).results().map(match -> match.group(1)).toList();
    }

    /** Returns the values of the template segments by name, decoded. */
    public static Map<String, String> values(String template, List<String> segments) {
        Map<String, String> values = new LinkedHashMap<>();
        int from = 0;
        for (String segment : segments) {
            int open = template.indexOf('{', from);
            from = template.indexOf('}', open) + 1;
            values.put(template.substring(open + 1, from - 1), URLDecoder.decode(segment, StandardCharsets.UTF_8));
        }
        return values;
    }

    /**
     * Returns the template for messages, with order numbers and similar values filled in. A segment that may identify a
     * person, such as an openid, remains a name.
     */
    public static String readable(String template, List<String> segments) {
        String path = template;
        for (Map.Entry<String, String> each : values(template, segments).entrySet()) {
            if (SHOWN.matcher(each.getKey()).matches()) {
                path = path.replace("{" + each.getKey() + "}", readable(each.getValue()));
            }
        }
        return path;
    }

    private static String readable(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_READABLE ? printable : printable.substring(0, LONGEST_READABLE) + "...";
    }
}

package io.github.wxpaycodegen.simulator.internal.v3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Authorization} header of a v3 request: {@code SCHEME name="value",name="value"}, in any order.
 *
 * @param values all five, by name
 */
record V3Authorization(Map<String, String> values) {
    private static final Pattern PAIR = Pattern.compile("([a-z_]+)=\"([^\"]*)\"(,|$)");

    /**
     * Parses the header.
     *
     * @param scheme the only valid scheme
     * @param caller the name of the account id: {@code mchid} or {@code brand_id}
     * @return empty if the header has another format or scheme, or does not contain each of the five values once
     */
    static Optional<V3Authorization> parse(String header, String scheme, String caller) {
        if (!header.startsWith(scheme + " ")) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        String pairs = header.substring(scheme.length() + 1);
        Matcher pair = PAIR.matcher(pairs);
        int end = 0;
        while (end < pairs.length()) {
            boolean right = pair.find(end) && pair.start() == end;
            if (!right || values.put(pair.group(1), pair.group(2)) != null) {
                return Optional.empty();
            }
            end = pair.end();
        }
        boolean complete = !pairs.endsWith(",")
                && values.keySet().equals(Set.of(caller, "serial_no", "nonce_str", "timestamp", "signature"));
        return complete ? Optional.of(new V3Authorization(values)) : Optional.empty();
    }

    /** Returns one of the five values. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }
}

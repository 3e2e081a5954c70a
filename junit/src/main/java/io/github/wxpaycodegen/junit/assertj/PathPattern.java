package io.github.wxpaycodegen.junit.assertj;

import java.util.Objects;
import java.util.regex.Pattern;

/** A path in which {@code {name}} stands for any text without a slash. */
record PathPattern(Pattern pattern) {
    private static final Pattern PATH = Pattern.compile("/[^\\s?#]*");
    private static final Pattern TEMPLATE = Pattern.compile("\\{[^{}/]+}");

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException if no request can have such a path, so that assertions about it mean nothing
     */
    static PathPattern of(String path) {
        if (!PATH.matcher(Objects.requireNonNull(path, "path must not be null")).matches()) {
            throw new IllegalArgumentException("path must begin with a slash, without method, host and query, such as"
                    + " /v3/pay/transactions/native (was '" + path + "')");
        }
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (var template = TEMPLATE.matcher(path); template.find(); end = template.end()) {
            pattern.append(Pattern.quote(path.substring(end, template.start()))).append("[^/]+");
        }
        return new PathPattern(Pattern.compile(
                pattern.append(Pattern.quote(path.substring(end))).toString()));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}

package io.github.wxpaycodegen.junit.assertj;

import java.util.regex.Pattern;

/** A path in which {@code {name}} stands for any text without a slash. */
record PathPattern(Pattern pattern) {
    private static final Pattern TEMPLATE = Pattern.compile("\\{[^{}/]+}");

    static PathPattern of(String path) {
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

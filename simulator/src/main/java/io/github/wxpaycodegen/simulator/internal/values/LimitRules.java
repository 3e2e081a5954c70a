package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks values of the correct type against the limits and the format of their field. */
public final class LimitRules {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private LimitRules() {}

    /** Returns the error of a value, as the end of a sentence that starts with the field; empty if it is valid. */
    static Optional<String> problem(Field field, String value) {
        return problem(field, value, PaidAmounts.NONE);
    }

    /** Returns the same for a request, in which amounts have minimums of their own. */
    static Optional<String> problem(Field field, String value, PaidAmounts amounts) {
        Limits limits = field.limits();
        boolean number = field.type() == FieldType.Scalar.INTEGER || field.type() == FieldType.Scalar.NUMBER;
        Optional<String> problem = number
                ? numberProblem(limits, new BigDecimal(value), amounts.minimum(field))
                : lengthProblem(limits, value).or(() -> patternProblem(limits, value));
        return problem.or(() -> formatProblem(field, value));
    }

    /** Returns the error of the length of a text; empty if it is valid. */
    public static Optional<String> lengthProblem(Limits limits, String text) {
        int length = text.codePointCount(0, text.length());
        if (limits.maxLength().isPresent() && length > limits.maxLength().getAsInt()) {
            return Optional.of("must be at most " + limits.maxLength().getAsInt() + " characters (was " + length + ")");
        }
        return limits.minLength().isPresent() && length < limits.minLength().getAsInt()
                ? Optional.of("must be at least " + limits.minLength().getAsInt() + " characters (was " + length + ")")
                : Optional.empty();
    }

    /** Returns the error of the number of elements of a list or an indexed group; empty if it is valid. */
    public static Optional<String> countProblem(Field field, int count) {
        return field.limits().maxItems().stream()
                .filter(most -> count > most)
                .mapToObj(most -> "must have at most " + most + " elements (had " + count + ")")
                .findFirst();
    }

    /** Returns true if the whole text matches a regular expression. */
    static boolean matches(String regex, String text) {
        return PATTERNS.computeIfAbsent(regex, Pattern::compile).matcher(text).matches();
    }

    private static Optional<String> patternProblem(Limits limits, String text) {
        return limits.pattern().filter(regex -> !matches(regex, text)).map(regex -> "must match " + regex);
    }

    private static Optional<String> numberProblem(Limits limits, BigDecimal value, Optional<BigDecimal> least) {
        Optional<String> tooSmall = Stream.of(limits.minimum(), least)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(minimum -> value.compareTo(minimum) < 0)
                .map(minimum -> "must be at least " + minimum.toPlainString());
        return tooSmall.or(() -> limits.maximum()
                .filter(maximum -> value.compareTo(maximum) > 0)
                .map(maximum -> "must be at most " + maximum.toPlainString()));
    }

    /** Checks the pattern by which {@code build()} checks a value, too. */
    private static Optional<String> formatProblem(Field field, String text) {
        return field.docs()
                .meaning()
                .format()
                .filter(format -> format.pattern()
                        .filter(pattern -> !pattern.matcher(text).matches())
                        .isPresent())
                .map(format -> "must be " + format.description());
    }
}

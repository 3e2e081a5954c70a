package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;

/** Checks that a value that the client sends by itself keeps the limits of its field: otherwise no request could be built. */
final class OwnValueChecker {
    private final NodeReader reader;

    OwnValueChecker(NodeReader reader) {
        this.reader = reader;
    }

    /** Reports a value outside of the limits. */
    void check(Field field, String key, ConstantValue value, Mapping mapping) {
        SourceSpan span = mapping.get(key).map(reader::span).orElseGet(mapping::span);
        if (field.type() == Scalar.STRING) {
            text(field.limits(), key, value.text(), span);
            field.docs()
                    .meaning()
                    .format()
                    .filter(format -> !fits(format, value.text()))
                    .ifPresent(format ->
                            problem(key, "is not " + format.description(), "correct it, or the `format`", span));
        } else if (value instanceof ConstantValue.Integer integer) {
            number(field.limits(), key, BigDecimal.valueOf(integer.value()), span);
        }
    }

    private void text(Limits limits, String key, String value, SourceSpan span) {
        int length = value.codePointCount(0, value.length());
        limits.maxLength().stream()
                .filter(limit -> length > limit)
                .forEach(limit -> problem(
                        key,
                        "has " + length + " characters, but `maxLength` is " + limit,
                        "shorten it, or correct `maxLength`",
                        span));
        limits.minLength().stream()
                .filter(limit -> length < limit)
                .forEach(limit -> problem(
                        key,
                        "has " + length + " characters, but `minLength` is " + limit,
                        "lengthen it, or correct `minLength`",
                        span));
        limits.pattern()
                .filter(pattern -> !value.matches(pattern))
                .ifPresent(pattern ->
                        problem(key, "does not match the `pattern` " + pattern, "correct it, or the `pattern`", span));
    }

    private void number(Limits limits, String key, BigDecimal value, SourceSpan span) {
        limits.minimum()
                .filter(limit -> value.compareTo(limit) < 0)
                .ifPresent(limit ->
                        problem(key, "is less than the `minimum` " + limit, "correct it, or the `minimum`", span));
        limits.maximum()
                .filter(limit -> value.compareTo(limit) > 0)
                .ifPresent(limit ->
                        problem(key, "is greater than the `maximum` " + limit, "correct it, or the `maximum`", span));
    }

    private static boolean fits(Format format, String value) {
        return format.pattern().map(pattern -> pattern.matcher(value).matches()).orElse(true);
    }

    private void problem(String key, String what, String help, SourceSpan span) {
        reader.problems().add(Code.BAD_LIMIT, span, "the value of `" + key + "` " + what, help);
    }
}

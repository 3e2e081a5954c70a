package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.FileLimits;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Parses the limits of a field: {@code {type: string, maxLength: 32}}. */
final class LimitsParser {
    private static final String MEDIA_TYPE = "[a-z]+/[a-z0-9][a-z0-9.+-]*";
    static final Set<String> KEYS = Set.of("minLength", "maxLength", "pattern", "minimum", "maximum", "maxItems");

    private final NodeReader reader;

    LimitsParser(NodeReader reader) {
        this.reader = reader;
    }

    Limits parse(Mapping mapping) {
        Limits limits = new Limits(
                count(mapping, "minLength"),
                count(mapping, "maxLength"),
                pattern(mapping),
                number(mapping, "minimum"),
                number(mapping, "maximum"),
                count(mapping, "maxItems"),
                new FileLimits(maxBytes(mapping), mediaTypes(mapping)));
        checkOrder(limits, mapping);
        return limits;
    }

    private OptionalLong maxBytes(Mapping mapping) {
        Optional<Long> value = mapping.get("maxBytes").flatMap(n -> reader.integer(n, "`maxBytes`", Code.WRONG_KIND));
        if (value.isPresent() && value.get() < 1) {
            reader.problems()
                    .add(
                            Code.WRONG_KIND,
                            mapping.spanOf("maxBytes"),
                            "`maxBytes` must be at least 1",
                            "write the limit in bytes, or remove it");
            return OptionalLong.empty();
        }
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private List<String> mediaTypes(Mapping mapping) {
        List<String> types = mapping.texts("mediaTypes");
        for (String type : types) {
            if (!type.matches(MEDIA_TYPE)) {
                reader.problems()
                        .add(
                                Code.WRONG_KIND,
                                mapping.spanOf("mediaTypes"),
                                "`" + type + "` is not a media type",
                                "write it as in a Content-Type header: `image/jpeg` for jpg");
            }
        }
        return types;
    }

    private OptionalInt count(Mapping mapping, String key) {
        Optional<Long> value = mapping.get(key).flatMap(n -> reader.integer(n, "`" + key + "`", Code.BAD_LIMIT));
        if (value.isPresent() && value.get() > Integer.MAX_VALUE) {
            reader.problems()
                    .add(
                            Code.BAD_LIMIT,
                            mapping.spanOf(key),
                            "`" + key + "` must be at most " + Integer.MAX_VALUE,
                            "correct it, or remove it");
            return OptionalInt.empty();
        }
        if (value.isPresent() && value.get() < 1) {
            reader.problems()
                    .add(
                            Code.BAD_LIMIT,
                            mapping.spanOf(key),
                            "`" + key + "` must be at least 1",
                            "write the number of " + (key.equals("maxItems") ? "elements" : "characters")
                                    + ", or remove it");
            return OptionalInt.empty();
        }
        return value.isPresent() ? OptionalInt.of(value.get().intValue()) : OptionalInt.empty();
    }

    private Optional<BigDecimal> number(Mapping mapping, String key) {
        return mapping.get(key)
                .flatMap(node -> reader.decimal(node, "`" + key + "`", Code.BAD_LIMIT))
                .map(BigDecimal::new);
    }

    private Optional<String> pattern(Mapping mapping) {
        Optional<String> regex = mapping.text("pattern");
        try {
            regex.ifPresent(Pattern::compile);
            return regex;
        } catch (PatternSyntaxException e) {
            reader.problems()
                    .add(
                            Code.BAD_PATTERN,
                            reader.span(mapping.get("pattern").orElseThrow()),
                            "`pattern` is not a regular expression: " + e.getDescription(),
                            "write a regular expression that the whole value matches: [0-9A-Za-z_-]{6,32}");
            return Optional.empty();
        }
    }

    private void checkOrder(Limits limits, Mapping mapping) {
        boolean lengths = limits.minLength().orElse(0) <= limits.maxLength().orElse(Integer.MAX_VALUE);
        boolean numbers = limits.minimum().isEmpty()
                || limits.maximum().isEmpty()
                || limits.minimum().get().compareTo(limits.maximum().get()) <= 0;
        if (!lengths) {
            outOfOrder(mapping, "minLength", "maxLength");
        }
        if (!numbers) {
            outOfOrder(mapping, "minimum", "maximum");
        }
    }

    private void outOfOrder(Mapping mapping, String low, String high) {
        reader.problems()
                .add(
                        Code.BAD_LIMIT,
                        mapping.spanOf(low),
                        "`" + low + "` is greater than `" + high + "`, so no value is valid",
                        "correct one of them");
    }

    /** Reports the limits that do not apply to values of the field's type. */
    void checkApplicable(Field field, Mapping mapping) {
        for (String key : List.of("minLength", "maxLength", "pattern")) {
            mapping.requireApplicable(key, field.type() == Scalar.STRING, "a string or a list of strings");
        }
        boolean integer = field.type() == Scalar.INTEGER;
        for (String key : List.of("minimum", "maximum")) {
            boolean applies = integer || field.type() == Scalar.NUMBER;
            mapping.requireApplicable(key, applies, "an integer or a number");
        }
        mapping.requireApplicable("maxItems", field.list() || field.indexed(), "a list or an indexed group");
        if (integer) {
            field.limits().minimum().ifPresent(limit -> checkWhole(limit, "minimum", mapping));
            field.limits().maximum().ifPresent(limit -> checkWhole(limit, "maximum", mapping));
        }
    }

    private void checkWhole(BigDecimal limit, String key, Mapping mapping) {
        boolean whole = limit.stripTrailingZeros().scale() <= 0;
        if (whole && limit.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            reader.problems()
                    .add(
                            Code.BAD_LIMIT,
                            reader.span(mapping.get(key).orElseThrow()),
                            "`" + key + "` of an integer must fit in 64 bits",
                            "correct it, or remove it");
        } else if (!whole) {
            reader.problems()
                    .add(
                            Code.BAD_LIMIT,
                            reader.span(mapping.get(key).orElseThrow()),
                            "`" + key + "` of an integer must be a whole number",
                            "write it without decimals");
        }
    }
}

package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.BooleanSpelling;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Rules for values in text form. */
public final class TextRules {
    private static final BooleanSpelling PLAIN_BOOLEAN = new BooleanSpelling("true", "false");

    private final Types types;
    private final PaidAmounts amounts;

    /** Creates rules that resolve types. */
    public TextRules(Types types) {
        this(types, PaidAmounts.NONE);
    }

    /** Creates rules for requests of one operation. */
    public TextRules(Types types, PaidAmounts amounts) {
        this.types = types;
        this.amounts = amounts;
    }

    /** Returns the spelling of a boolean field. */
    static BooleanSpelling spelling(Field field) {
        return field.wire().spelling().orElse(PLAIN_BOOLEAN);
    }

    /** Returns the text of a constant. */
    static String text(ConstantValue constant) {
        return constant instanceof ConstantValue.Integer integer
                ? Long.toString(integer.value())
                : ((ConstantValue.Text) constant).value();
    }

    /** Returns the error of a value, as the end of a sentence that starts with the field; empty if it is valid. */
    public Optional<String> problem(Field field, String value) {
        return typeProblem(field, value).or(() -> LimitRules.problem(field, value, amounts));
    }

    /** Returns the error of a value other than its limits and text format; empty if there is none. */
    Optional<String> typeProblem(Field field, String value) {
        Optional<String> constant = field.source().constant().map(TextRules::text);
        if (constant.isPresent()) {
            return unless(value.equals(constant.get()), "is not " + constant.get());
        }
        Optional<EnumShape> values = types.enumOf(field);
        if (values.isPresent()) {
            return enumProblem(values.get(), value);
        }
        return field.type() instanceof FieldType.Scalar type ? scalarProblem(field, type, value) : Optional.empty();
    }

    private static Optional<String> enumProblem(EnumShape values, String value) {
        List<String> known = Types.listed(values).stream().map(EnumValue::value).toList();
        return unless(known.contains(value), "is not one of " + String.join(", ", known));
    }

    private static Optional<String> scalarProblem(Field field, FieldType.Scalar type, String value) {
        return switch (type) {
            case INTEGER -> unless(isLong(value), "is not a whole number");
            case NUMBER -> unless(value.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?"), "is not a decimal number");
            case BOOLEAN -> booleanProblem(spelling(field), value);
            case DATE_TIME -> unless(isDateTime(value), "is not a date-time of RFC 3339");
            case STRING, FILE -> Optional.empty();
        };
    }

    private static Optional<String> booleanProblem(BooleanSpelling spelling, String value) {
        boolean spelt = value.equals(spelling.trueText()) || value.equals(spelling.falseText());
        return unless(spelt, "is neither " + spelling.trueText() + " nor " + spelling.falseText());
    }

    private static Optional<String> unless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }

    private static boolean isLong(String value) {
        try {
            // The wire allows only one of the forms that Java parses: without a plus sign and without leading zeros.
            return Long.toString(Long.parseLong(value)).equals(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDateTime(String value) {
        // Java parses a time without seconds, which RFC 3339 does not allow.
        if (!value.matches("[^T]+T[0-9]{2}:[0-9]{2}:[0-9]{2}.*")) {
            return false;
        }
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

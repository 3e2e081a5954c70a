package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Checks that the example of a field is a valid value of the field. */
final class ExampleChecker {
    private final NodeReader reader;
    private final TypeIndex index;

    ExampleChecker(NodeReader reader, TypeIndex index) {
        this.reader = reader;
        this.index = index;
    }

    void check(Field field, String example, Node node) {
        SourceSpan span = reader.span(node);
        if (field.type() instanceof FieldType.Reference reference) {
            reader.problems()
                    .later(() -> index.definition(reference.typeId()).ifPresent(type -> shared(type, example, node)));
        } else if (field.type() instanceof FieldType.InlineEnum inline) {
            oneOf(inline.shape(), example, span);
        }
        field.source().constant().ifPresent(constant -> constant(constant, example, span));
        if (field.type() == Scalar.DATE_TIME) {
            dateTime(example, span);
        }
        limits(field.limits(), field.type(), example, span);
        field.docs().meaning().format().ifPresent(format -> format(format, example, span));
    }

    private void shared(SharedType type, String example, Node node) {
        if (!(type.shape() instanceof TypeShape.OfEnum e)) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            reader.span(node),
                            "`example` applies to a value other than an object or a file only",
                            "write the examples of the fields of `" + type.name() + "` instead");
            return;
        }
        boolean wanted = e.shape().integers()
                ? reader.integer(node, "`example`", Code.WRONG_KIND).isPresent()
                : reader.text(node, "`example`").isPresent();
        if (wanted) {
            oneOf(e.shape(), example, reader.span(node));
        }
    }

    private void oneOf(EnumShape shape, String example, SourceSpan span) {
        if (shape.values().stream().map(EnumValue::value).noneMatch(example::equals)) {
            reader.problems()
                    .add(
                            Code.EXAMPLE_DOES_NOT_FIT,
                            span,
                            "the example `" + example + "` is not a value of the field's enum",
                            Suggestion.among(
                                    example,
                                    shape.values().stream()
                                            .map(EnumValue::value)
                                            .toList()));
        }
    }

    private void constant(ConstantValue constant, String example, SourceSpan span) {
        String value = constant instanceof ConstantValue.Text text
                ? text.value()
                : Long.toString(((ConstantValue.Integer) constant).value());
        if (!value.equals(example)) {
            problem("is not the constant `" + value + "`", "remove the example: a constant needs none", span);
        }
    }

    private void dateTime(String example, SourceSpan span) {
        try {
            OffsetDateTime.parse(example);
        } catch (DateTimeParseException e) {
            problem("is not an RFC 3339 time", "write it like \"2026-01-31T12:30:00+08:00\"", span);
        }
    }

    private void limits(Limits limits, FieldType type, String example, SourceSpan span) {
        int length = example.codePointCount(0, example.length());
        if (length > limits.maxLength().orElse(Integer.MAX_VALUE)) {
            problem(
                    "has " + length + " characters, but `maxLength` is "
                            + limits.maxLength().getAsInt(),
                    "shorten it, or correct `maxLength`",
                    span);
        }
        if (length < limits.minLength().orElse(0)) {
            problem(
                    "has " + length + " characters, but `minLength` is "
                            + limits.minLength().getAsInt(),
                    "lengthen it, or correct `minLength`",
                    span);
        }
        limits.pattern()
                .filter(pattern -> !example.matches(pattern))
                .ifPresent(pattern ->
                        problem("does not match the `pattern` " + pattern, "correct the example or the pattern", span));
        if (type == Scalar.INTEGER || type == Scalar.NUMBER) {
            range(limits, new BigDecimal(example), span);
        }
    }

    private void range(Limits limits, BigDecimal example, SourceSpan span) {
        Optional<BigDecimal> low = limits.minimum().filter(limit -> example.compareTo(limit) < 0);
        Optional<BigDecimal> high = limits.maximum().filter(limit -> example.compareTo(limit) > 0);
        low.ifPresent(limit ->
                problem("is less than the `minimum` " + limit, "use a greater one, or correct `minimum`", span));
        high.ifPresent(limit ->
                problem("is greater than the `maximum` " + limit, "use a smaller one, or correct `maximum`", span));
    }

    private void format(Format format, String example, SourceSpan span) {
        boolean fits = format.pattern()
                .map(pattern -> pattern.matcher(example).matches())
                .orElse(true);
        if (!fits) {
            problem("is not " + format.description(), "correct the example, or the `format`", span);
        }
    }

    private void problem(String what, String help, SourceSpan span) {
        reader.problems().add(Code.EXAMPLE_DOES_NOT_FIT, span, "the example " + what, help);
    }
}

package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Meaning;
import io.github.wxpaycodegen.generator.model.Unit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Parses the meaning of a field's value: its format, its unit and an example. */
final class MeaningParser {
    static final Set<String> KEYS = Set.of("format", "unit", "example");
    private static final Map<String, Format> FORMATS =
            Arrays.stream(Format.values()).collect(Collectors.toMap(Format::key, Function.identity()));
    private static final Map<String, Unit> UNITS =
            Arrays.stream(Unit.values()).collect(Collectors.toMap(Unit::key, Function.identity()));

    private final NodeReader reader;
    private final ExampleChecker examples;

    MeaningParser(NodeReader reader, TypeIndex index) {
        this.reader = reader;
        this.examples = new ExampleChecker(reader, index);
    }

    Meaning parse(Mapping mapping, FieldType type) {
        return new Meaning(
                mapping.choice("format", Code.UNKNOWN_VALUE, FORMATS),
                mapping.choice("unit", Code.UNKNOWN_VALUE, UNITS),
                mapping.get("example").flatMap(node -> example(node, type)));
    }

    private Optional<String> example(Node node, FieldType type) {
        if (type instanceof FieldType.InlineEnum inline) {
            return inline.shape().integers() ? integer(node) : text(node);
        }
        if (type instanceof FieldType.Reference) {
            // The shared type may not have been read yet, so its requirements are checked later.
            return NodeReader.isInteger(node) ? integer(node) : text(node);
        }
        if (!(type instanceof Scalar scalar)) {
            return Optional.empty();
        }
        return switch (scalar) {
            case STRING, DATE_TIME -> text(node);
            case INTEGER -> integer(node);
            case NUMBER -> reader.decimal(node, "`example`", Code.WRONG_KIND);
            case BOOLEAN -> reader.bool(node, "`example`").map(String::valueOf);
            case FILE -> Optional.empty();
        };
    }

    private Optional<String> integer(Node node) {
        return reader.integer(node, "`example`", Code.WRONG_KIND).map(String::valueOf);
    }

    private Optional<String> text(Node node) {
        return reader.text(node, "`example`");
    }

    /** Reports attributes that do not apply to the field's type, and an example that is not a valid value. */
    void check(Field field, Mapping mapping) {
        boolean text = field.type() == Scalar.STRING;
        boolean integer = field.type() == Scalar.INTEGER;
        boolean numeric =
                field.docs().meaning().format().filter(Format::isNumeric).isPresent();
        mapping.requireApplicable(
                "format",
                text || (integer && numeric),
                numeric ? "a string or an integer" : "a string or a list of strings");
        mapping.requireApplicable(
                "unit", integer || field.type() == Scalar.NUMBER || text, "an integer, a number or a string");
        boolean single = field.type() instanceof FieldType.InlineEnum
                || field.type() instanceof FieldType.Reference
                || (field.type() instanceof Scalar && field.type() != Scalar.FILE);
        mapping.requireApplicable("example", single, "a value other than an object or a file");
        field.docs()
                .meaning()
                .example()
                .ifPresent(example ->
                        examples.check(field, example, mapping.get("example").orElseThrow()));
    }
}

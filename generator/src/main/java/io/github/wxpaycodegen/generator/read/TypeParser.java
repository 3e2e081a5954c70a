package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses the type of a field: a scalar, an inline enum or object, or a reference. */
final class TypeParser {
    private static final Pattern REFERENCE = Pattern.compile("([a-z{][A-Za-z0-9_.{}-]*/)*[A-Z][A-Za-z0-9]*");
    private static final Map<String, Scalar> SCALARS = Map.of(
            "string", Scalar.STRING,
            "integer", Scalar.INTEGER,
            "number", Scalar.NUMBER,
            "boolean", Scalar.BOOLEAN,
            "date-time", Scalar.DATE_TIME,
            "file", Scalar.FILE);

    /** Names of types in other languages, with the names to use here. */
    private static final Map<String, String> ELSEWHERE = elsewhere();

    private final NodeReader reader;
    private final TypeIndex index;
    private final String folder;
    private final FieldParser fields;

    TypeParser(NodeReader reader, TypeIndex index, String folder, FieldParser fields) {
        this.reader = reader;
        this.index = index;
        this.folder = folder;
        this.fields = fields;
    }

    private static Map<String, String> elsewhere() {
        Map<String, String> help = new HashMap<>();
        List.of("int", "long", "short", "int32", "int64", "uint32", "uint64", "bigint")
                .forEach(name -> help.put(name, "write `type: integer`"));
        List.of("float", "double", "decimal", "bigdecimal").forEach(name -> help.put(name, "write `type: number`"));
        SCALARS.keySet().forEach(name -> help.put(name, "write `type: " + name + "`"));
        help.put("bool", "write `type: boolean`");
        List.of("str", "text", "char", "varchar").forEach(name -> help.put(name, "write `type: string`"));
        List.of("array", "list", "set")
                .forEach(name -> help.put(name, "write `list: true` and the `type` of one element"));
        List.of("object", "map", "struct", "dict")
                .forEach(name -> help.put(name, "omit `type` and write `fields:` with the fields of the object"));
        help.put("enum", "omit `type` and write `enum:` with the known values");
        List.of("datetime", "timestamp", "time", "rfc3339")
                .forEach(name -> help.put(
                        name,
                        "write `type: date-time` for RFC 3339, or `type: string` with a `format` for other forms"));
        help.put("date", "write `type: string` with `format: date`, or `type: date-time` for RFC 3339");
        return Map.copyOf(help);
    }

    Optional<FieldType> ofField(Mapping mapping) {
        Optional<String> named = mapping.text("type");
        if (mapping.has("type") && named.isEmpty()) {
            return Optional.empty();
        }
        if (mapping.has("fields")) {
            String help = "omit it: `fields` make the field an object";
            misplaced(mapping, "type", "beside `fields`", help);
            misplaced(mapping, "enum", "beside `fields`", help);
            return Optional.of(new FieldType.InlineObject(object(mapping), mapping.text("typeName")));
        }
        if (mapping.has("enum")) {
            if (!hasTypeOfEnum(mapping)) {
                return Optional.empty();
            }
            boolean integers = named.filter("integer"::equals).isPresent();
            return Optional.of(new FieldType.InlineEnum(enumeration(mapping, integers), mapping.text("typeName")));
        }
        if (named.isPresent()) {
            return named(named.get(), reader.span(mapping.get("type").orElseThrow()));
        }
        if (mapping.has("const")) {
            return Optional.of(Scalar.STRING);
        }
        mapping.require("type", "string");
        return Optional.empty();
    }

    /** Tests whether the type beside an `enum` is one that its values can have; another one is reported. */
    boolean hasTypeOfEnum(Mapping mapping) {
        Optional<String> named = mapping.text("type");
        boolean fits =
                named.isEmpty() || named.get().equals("string") || named.get().equals("integer");
        if (!fits) {
            misplaced(
                    mapping,
                    "type",
                    "with `" + named.get() + "` beside `enum`",
                    "omit it for texts, or write `type: integer` for whole numbers; for others, omit `enum`");
        }
        return fits;
    }

    void misplaced(Mapping mapping, String key, String where, String help) {
        if (mapping.has(key)) {
            reader.problems()
                    .add(Code.NOT_APPLICABLE, mapping.spanOf(key), "`" + key + "` does not apply " + where, help);
        }
    }

    private Optional<FieldType> named(String name, SourceSpan span) {
        Scalar scalar = SCALARS.get(name);
        if (scalar != null) {
            return Optional.of(scalar);
        }
        String help = ELSEWHERE.get(name.toLowerCase(Locale.ROOT));
        // A shared type may have such a name, for instance Map.
        boolean foreign = help != null && index.find(name, folder).isEmpty();
        if (REFERENCE.matcher(name).matches() && !foreign) {
            return reference(name, span).map(FieldType.Reference::new);
        }
        reader.problems()
                .add(
                        Code.UNKNOWN_TYPE,
                        span,
                        "unknown type `" + name + "`",
                        help == null ? Suggestion.among(name, SCALARS.keySet()) : help);
        return Optional.empty();
    }

    /** Returns the id of the shared type that a name refers to in this folder. */
    Optional<String> reference(String name, SourceSpan span) {
        return index.resolve(name, folder, span, reader.problems());
    }

    /** Returns an object: its {@code fields} and their groups. */
    ObjectShape object(Mapping mapping) {
        List<Field> members = mapping.get("fields")
                .map(node -> fields.fields(node, "`fields`"))
                .orElse(List.of());
        if (mapping.has("indexed")) {
            new PlaceholderCheck(reader.problems()).group(members);
        }
        return fields.shape(members, mapping);
    }

    /** Returns an enum: its values, with or without Java names. */
    EnumShape enumeration(Mapping mapping, boolean declaredIntegers) {
        List<Node> nodes =
                mapping.get("enum").map(n -> reader.list(n, "`enum`")).orElse(List.of());
        boolean integers = declaredIntegers
                || (!mapping.has("type") && !nodes.isEmpty() && nodes.stream().allMatch(TypeParser::isInteger));
        List<EnumValue> values = new ArrayList<>();
        Map<String, SourceSpan> seen = new HashMap<>();
        for (Node node : nodes) {
            value(node, integers).ifPresent(value -> {
                SourceSpan first = seen.putIfAbsent(value.value(), value.span());
                if (first == null) {
                    values.add(value);
                } else {
                    reader.problems()
                            .add(
                                    Code.ENUM_REPEATS,
                                    value.span(),
                                    "the enum contains `" + value.value() + "` twice",
                                    "keep one of them",
                                    first);
                }
            });
        }
        if (nodes.isEmpty()) {
            reader.problems()
                    .add(Code.WRONG_KIND, mapping.spanOf("enum"), "the enum has no values", "list the known values");
        }
        return new EnumShape(integers, values);
    }

    /** Returns true if an enum value is an integer, with or without a name. */
    private static boolean isInteger(Node node) {
        return node instanceof MappingNode named
                ? named.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals("value"))
                        .anyMatch(entry -> NodeReader.isInteger(entry.getValueNode()))
                : NodeReader.isInteger(node);
    }

    private Optional<EnumValue> value(Node node, boolean integers) {
        if (!(node instanceof MappingNode)) {
            return valueText(node, integers)
                    .map(text -> new EnumValue(
                            reader.span(node), text, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        Optional<Mapping> found = reader.mapping(node, "an enum value");
        Mapping mapping = found.orElseThrow().allow(new TreeSet<>(Set.of("value", "title", "deprecated", "java")));
        return mapping.require("value", "SUCCESS").flatMap(value -> valueText(value, integers)
                .map(text -> new EnumValue(
                        reader.span(value),
                        text,
                        mapping.text("title"),
                        mapping.text("deprecated"),
                        mapping.text("java"))));
    }

    private Optional<String> valueText(Node node, boolean integers) {
        return integers
                ? reader.integer(node, "a value of this enum", Code.WRONG_KIND).map(String::valueOf)
                : reader.text(node, "an enum value");
    }
}

package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.BooleanSpelling;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldDescription;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.ValueSource;
import io.github.wxpaycodegen.generator.model.WireForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Parses fields: {@code name: {type: string, required: true}}. */
final class FieldParser {
    private static final Set<String> OWN_KEYS = Set.of(
            "type",
            "list",
            "required",
            "title",
            "description",
            "const",
            "default",
            "enum",
            "fill",
            "spelling",
            "encoded",
            "encrypted",
            "signed",
            "indexed",
            "sensitive",
            "emoji",
            "digest",
            "maxBytes",
            "mediaTypes",
            "deprecated",
            "fields",
            "exactlyOneOf",
            "atLeastOneOf",
            "java",
            "typeName",
            SuppressParser.KEY);
    static final Set<String> KEYS = Stream.of(OWN_KEYS, LimitsParser.KEYS, MeaningParser.KEYS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, FieldEncryption> ENCRYPTIONS = Map.of(
            "rsa-pubkey", FieldEncryption.RSA_PUBKEY,
            "aes-gcm", FieldEncryption.AES_GCM,
            "aes-ecb", FieldEncryption.AES_ECB);

    private static final String DEFAULTS =
            "a text, an integer, an inline enum or a shared enum of texts, without `const`,";

    private final NodeReader reader;
    private final TypeIndex index;
    private final TypeParser types;
    private final LimitsParser limits;
    private final MeaningParser meanings;
    private final OwnValueChecker ownValues;

    FieldParser(NodeReader reader, TypeIndex index, String folder) {
        this.reader = reader;
        this.index = index;
        this.types = new TypeParser(reader, index, folder, this);
        this.limits = new LimitsParser(reader);
        this.meanings = new MeaningParser(reader, index);
        this.ownValues = new OwnValueChecker(reader);
    }

    TypeParser types() {
        return types;
    }

    /** Returns the fields of an object, by name. */
    List<Field> fields(Node node, String what) {
        List<Field> fields = new ArrayList<>();
        if (NodeReader.isEmpty(node)) {
            reader.problems()
                    .add(
                            Code.WRONG_KIND,
                            reader.span(node),
                            what + " is empty",
                            "write the fields below, indented, or omit " + what);
            return fields;
        }
        reader.mapping(node, what).ifPresent(mapping -> mapping.entries()
                .forEach((name, entry) -> field(name, entry).ifPresent(fields::add)));
        return fields;
    }

    private Optional<Field> field(String name, Mapping.Entry entry) {
        Optional<Mapping> found = reader.mapping(entry.value(), "the field `" + name + "`");
        if (found.isEmpty() || isDotted(name, entry)) {
            return Optional.empty();
        }
        Mapping mapping = found.get().allow(KEYS);
        Optional<FieldType> type = types.ofField(mapping);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Field field = new Field(
                reader.span(entry.key()),
                name,
                type.get(),
                mapping.flag("list"),
                mapping.flag("indexed"),
                mapping.flag("required"),
                new FieldDescription(
                        mapping.text("title"),
                        mapping.text("description"),
                        meanings.parse(mapping, type.get()),
                        mapping.text("deprecated")),
                limits.parse(mapping),
                source(mapping),
                wire(mapping),
                mapping.text("java"));
        checkCombination(field, mapping);
        SuppressParser.parse(entry, mapping);
        return Optional.of(field);
    }

    /** Reports a path of names, as other notations have it: it would become a single name with a dot in it. */
    private boolean isDotted(String name, Mapping.Entry entry) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return false;
        }
        String outer = name.substring(0, dot);
        String inner = name.substring(dot + 1);
        reader.problems()
                .add(
                        Code.MALFORMED,
                        reader.span(entry.key()),
                        "the field name `" + name + "` contains a dot",
                        "declare the object: `" + outer + ": {fields: {" + inner + ": ...}}`");
        return true;
    }

    private ValueSource source(Mapping mapping) {
        return new ValueSource(
                value("const", mapping),
                value("default", mapping),
                FillParser.parse(mapping),
                mapping.choice("digest", Code.UNKNOWN_VALUE, Map.of("sha256", "sha256", "sm3", "sm3", "md5", "md5")));
    }

    private WireForm wire(Mapping mapping) {
        return new WireForm(
                spelling(mapping),
                mapping.choice(
                        "encoded", Code.UNKNOWN_VALUE, Map.of("json", FieldEncoding.JSON, "url", FieldEncoding.URL)),
                mapping.choice("encrypted", Code.UNKNOWN_VALUE, ENCRYPTIONS),
                mapping.choice("signed", Code.UNKNOWN_VALUE, Map.of("rsa-privatekey", "rsa-privatekey")),
                mapping.flag("sensitive"),
                mapping.flag("emoji"));
    }

    private Optional<ConstantValue> value(String key, Mapping mapping) {
        Optional<Node> node = mapping.get(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        boolean integer = mapping.get("type")
                .filter(type ->
                        type instanceof ScalarNode scalar && scalar.getValue().equals("integer"))
                .isPresent();
        return integer
                ? reader.integer(node.get(), "`" + key + "`", Code.WRONG_KIND).map(ConstantValue.Integer::new)
                : reader.text(node.get(), "`" + key + "`").map(ConstantValue.Text::new);
    }

    private Optional<BooleanSpelling> spelling(Mapping mapping) {
        if (!mapping.has("spelling")) {
            return Optional.empty();
        }
        List<String> texts = mapping.texts("spelling");
        if (texts.size() != 2 || texts.get(0).equals(texts.get(1))) {
            reader.problems()
                    .add(
                            Code.WRONG_KIND,
                            mapping.spanOf("spelling"),
                            "`spelling` must be a list of two different texts",
                            "write the spellings of true and false: [\"Y\", \"N\"]");
            return Optional.empty();
        }
        return Optional.of(new BooleanSpelling(texts.get(0), texts.get(1)));
    }

    private void checkCombination(Field field, Mapping mapping) {
        boolean string = !field.list() && field.type() == Scalar.STRING;
        for (String key : List.of("signed", "fill", "digest", "emoji")) {
            mapping.requireApplicable(key, string, "a string");
        }
        mapping.requireApplicable(
                "encrypted", mayBeEncrypted(field), "text, and with AES to an object that is a document,");
        mapping.requireApplicable("spelling", field.type() == Scalar.BOOLEAN, "a boolean");
        mapping.requireApplicable("maxBytes", field.type() == Scalar.FILE, "a file");
        mapping.requireApplicable("mediaTypes", field.type() == Scalar.FILE, "a file");
        boolean structured = field.list() || !(field.type() instanceof Scalar);
        mapping.requireApplicable("encoded", structured, "a list or an object, which it puts into a string");
        mapping.requireApplicable(
                "indexed", field.type() instanceof FieldType.InlineObject && !field.list(), "a field with `fields`");
        limits.checkApplicable(field, mapping);
        meanings.check(field, mapping);
        boolean single = !field.list() && !field.indexed();
        boolean constant = field.type() instanceof FieldType.InlineEnum
                || field.type() instanceof FieldType.Reference
                || field.type() == Scalar.STRING
                || field.type() == Scalar.INTEGER;
        mapping.requireApplicable(
                "default", single && constant && field.source().constant().isEmpty(), DEFAULTS);
        mapping.requireApplicable("const", single && constant, "a single text or integer");
        field.source().constant().ifPresent(value -> ownValues.check(field, "const", value, mapping));
        field.source().defaultValue().ifPresent(value -> ownValues.check(field, "default", value, mapping));
        checkInEnum("const", field.source().constant(), field, mapping);
        checkInEnum("default", field.source().defaultValue(), field, mapping);
    }

    private static boolean mayBeEncrypted(Field field) {
        boolean aes = field.wire()
                .encrypted()
                .filter(e -> e != FieldEncryption.RSA_PUBKEY)
                .isPresent();
        boolean object = field.type() instanceof FieldType.InlineObject || field.type() instanceof FieldType.Reference;
        return field.type() == Scalar.STRING || (aes && object && !field.list());
    }

    private void checkInEnum(String key, Optional<ConstantValue> given, Field field, Mapping mapping) {
        if (given.isEmpty()) {
            return;
        }
        String value = given.get().text();
        if (field.type() instanceof FieldType.InlineEnum inline) {
            checkInEnum(key, value, inline.shape(), mapping);
        } else if (field.type() instanceof FieldType.Reference reference) {
            // The file of the shared type may not have been read yet.
            reader.problems().later(() -> index.definition(reference.typeId())
                    .ifPresent(type -> checkInSharedEnum(key, value, type, mapping)));
        }
    }

    private void checkInSharedEnum(String key, String value, SharedType type, Mapping mapping) {
        if (type.shape() instanceof TypeShape.OfEnum e && !e.shape().integers()) {
            checkInEnum(key, value, e.shape(), mapping);
        } else {
            mapping.requireApplicable(key, false, DEFAULTS);
        }
    }

    private void checkInEnum(String key, String value, EnumShape shape, Mapping mapping) {
        if (shape.values().stream().noneMatch(v -> v.value().equals(value))) {
            reader.problems()
                    .add(
                            Code.CONST_OUTSIDE_ENUM,
                            mapping.spanOf(key),
                            "`" + key + ": " + value + "` is not a value of the field's enum",
                            "add it to the enum, or remove the enum");
        }
    }

    /** Returns the shape of an object. Members of groups are checked against its fields. */
    ObjectShape shape(List<Field> fields, Mapping groupsOf) {
        return new ObjectShape(fields, new GroupParser(reader).groups(groupsOf, fields));
    }
}

package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldDescription;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.reference.page.FieldNode;
import io.github.wxpaycodegen.reference.page.FieldSection;
import io.github.wxpaycodegen.reference.page.FieldValue;
import io.github.wxpaycodegen.reference.text.Language;
import io.github.wxpaycodegen.reference.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the trees of fields. Shared types are shown where they are used. */
final class FieldTrees {
    private final Map<String, SharedType> types;
    private final Language language;
    private final FieldFacts facts;
    private final Map<String, List<FieldNode>> ofTypes = new ConcurrentHashMap<>();

    FieldTrees(Specs specs, Language language) {
        this.types = specs.types().stream().collect(Collectors.toMap(SharedType::id, Function.identity()));
        this.language = language;
        this.facts = new FieldFacts(language);
    }

    /**
     * Returns a section of a request; none if there are no fields.
     *
     * @param anchor the id of the section, which begins the ids of its fields
     */
    Stream<FieldSection> sent(String anchor, String title, List<Text> notes, ObjectShape shape) {
        return section(anchor, title, notes, shape, language.of("必填", "required"));
    }

    /** Returns the section of the path, which has a value for each of its templates; none if it has no template. */
    Stream<FieldSection> path(String title, List<Field> segments) {
        String required = language.of("必填", "required");
        List<FieldNode> nodes = nodes(segments, required).stream()
                .map(node -> node.ofPath(required))
                .toList();
        return nodes.isEmpty()
                ? Stream.empty()
                : Stream.of(new FieldSection("path", title, List.of(), List.of(), nodes));
    }

    /** Returns a section of a message that the gateway sends; none if there are no fields. */
    Stream<FieldSection> received(String anchor, String title, List<Text> notes, ObjectShape shape) {
        return section(anchor, title, notes, shape, language.of("总是返回", "always present"));
    }

    /**
     * Returns the notes of a message.
     *
     * @param own a sentence in the language of the page; empty for none
     * @param type the shared object that the message is, whose description is another note
     */
    List<Text> notes(String own, Optional<String> type) {
        Stream<String> description = type.map(types::get).flatMap(SharedType::description).stream();
        return Stream.concat(Stream.of(new Text(own, language)), description.map(this::text))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private Text text(String text) {
        return Text.ofSpec(text, language);
    }

    private Stream<FieldSection> section(
            String anchor, String title, List<Text> notes, ObjectShape shape, String required) {
        return shape.fields().isEmpty()
                ? Stream.empty()
                : Stream.of(new FieldSection(anchor, title, notes, rules(shape), nodes(shape.fields(), required)));
    }

    private List<String> rules(ObjectShape shape) {
        return shape.groups().stream().map(this::rule).toList();
    }

    private String rule(FieldGroup group) {
        String names = String.join(", ", group.names());
        return switch (group.kind()) {
            case EXACTLY_ONE_OF -> language.of("必须且只能填其中一个：", "Exactly one of: ") + names;
            case AT_LEAST_ONE_OF -> language.of("至少填其中一个：", "At least one of: ") + names;
        };
    }

    private List<FieldNode> nodes(List<Field> fields, String required) {
        return fields.stream().map(field -> node(field, required)).toList();
    }

    private FieldNode node(Field field, String required) {
        FieldDescription docs = field.docs();
        Optional<SharedType> shared = field.type() instanceof FieldType.Reference reference
                ? Optional.of(Objects.requireNonNull(types.get(reference.typeId())))
                : Optional.empty();
        Optional<ObjectShape> object = object(field, shared);
        List<Text> descriptions = Stream.concat(
                        docs.description().stream(), shared.flatMap(SharedType::description).stream())
                .distinct()
                .map(this::text)
                .toList();
        List<String> all = Stream.concat(
                        facts.facts(field).stream(), object.stream().flatMap(shape -> rules(shape).stream()))
                .toList();
        return new FieldNode(
                field.name(),
                docs.title().orElse(""),
                type(field, shared, object),
                field.required() ? required : "",
                facts.marks(field),
                descriptions,
                all,
                values(field, shared),
                docs.meaning().example().orElse(""),
                text(docs.deprecated()
                        .or(() -> shared.flatMap(SharedType::deprecated))
                        .orElse("")),
                children(object, shared, required));
    }

    /** Returns the fields of an object. Those of a shared type are built once, because many messages have it. */
    private List<FieldNode> children(Optional<ObjectShape> object, Optional<SharedType> shared, String required) {
        if (object.isEmpty()) {
            return List.of();
        }
        if (shared.isEmpty()) {
            return nodes(object.get().fields(), required);
        }
        String key = shared.get().id() + " " + required;
        List<FieldNode> known = ofTypes.get(key);
        // Not computed within the map: a type contains others.
        List<FieldNode> nodes = known == null ? nodes(object.get().fields(), required) : known;
        ofTypes.put(key, nodes);
        return nodes;
    }

    private static Optional<ObjectShape> object(Field field, Optional<SharedType> shared) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return Optional.of(inline.shape());
        }
        return shared.map(SharedType::shape)
                .flatMap(shape ->
                        shape instanceof TypeShape.OfObject object ? Optional.of(object.shape()) : Optional.empty());
    }

    private static Optional<EnumShape> enumOf(Field field, Optional<SharedType> shared) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shared.map(SharedType::shape)
                .flatMap(shape -> shape instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    private List<FieldValue> values(Field field, Optional<SharedType> shared) {
        Optional<EnumShape> shape = enumOf(field, shared);
        boolean nameless = shape.filter(JavaNames::isNameless).isPresent();
        return shape.map(EnumShape::values).orElse(List.of()).stream()
                .map(value -> new FieldValue(
                        value.value(),
                        value.title().orElse(""),
                        nameless ? "" : constant(value),
                        text(value.deprecated().orElse(""))))
                .toList();
    }

    private static String constant(EnumValue value) {
        String name = JavaNames.constant(value);
        return name.equals(value.value()) ? "" : name;
    }

    private static String type(Field field, Optional<SharedType> shared, Optional<ObjectShape> object) {
        String one;
        if (object.isPresent()) {
            one = "object";
        } else if (field.type() instanceof FieldType.Scalar scalar) {
            one = switch (scalar) {
                case STRING -> "string";
                case INTEGER -> "integer";
                case NUMBER -> "number";
                case BOOLEAN -> "boolean";
                case DATE_TIME -> "date-time";
                case FILE -> "file";
            };
        } else {
            boolean integers = enumOf(field, shared).filter(EnumShape::integers).isPresent();
            one = integers ? "integer" : "string";
        }
        return field.list() || field.indexed() ? one + "[]" : one;
    }
}

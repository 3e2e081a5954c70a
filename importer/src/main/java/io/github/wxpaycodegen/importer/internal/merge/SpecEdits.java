package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.draft.PresentNames;
import io.github.wxpaycodegen.importer.internal.draft.SpecText;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import io.github.wxpaycodegen.importer.internal.yaml.FlowText;
import io.github.wxpaycodegen.importer.internal.yaml.KeyPath;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import io.github.wxpaycodegen.importer.internal.yaml.YamlEditor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies accepted differences to the text of spec files. */
final class SpecEdits {
    private static final List<String> BY_HAND =
            List.of("type", "enumTitle", "enumDeprecated", "const", "exactlyOneOf", "atLeastOneOf");

    private final Map<FactKey, Fact> ours;
    private final Map<String, ApiOperation> operations = new HashMap<>();
    private final Map<String, String> present = new HashMap<>();
    private final PresentNames names;
    private final SharedTypes sharedTypes;
    /** Edits of shared types, which are wanted once for each message that uses the type. */
    private final Set<SharedEdit> done = new HashSet<>();

    private final Map<String, Located> originals = new HashMap<>();
    private final Map<String, YamlEditor> edited = new LinkedHashMap<>();
    private final Map<String, String> created = new LinkedHashMap<>();

    /**
     * Creates edits of specs.
     *
     * @param names the Java names of the present specs
     */
    SpecEdits(
            List<SpecFile> specs,
            PresentNames names,
            Map<FactKey, Fact> ours,
            SharedTypes sharedTypes,
            List<ApiOperation> operations) {
        this.ours = ours;
        this.names = names;
        this.sharedTypes = sharedTypes;
        specs.forEach(file -> present.put(file.path(), new String(file.content(), StandardCharsets.UTF_8)));
        operations.forEach(operation -> this.operations.put(operation.uri() + " " + operation.method(), operation));
    }

    /** Returns the changed and the new files. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>(created);
        edited.forEach((path, editor) -> {
            if (!editor.text().equals(present.get(path))) {
                files.put(path, editor.text());
            }
        });
        return files;
    }

    /** Returns the file in which a difference is applied. */
    String fileOf(Difference difference) {
        if (difference.key().attribute().equals(Difference.OPERATION)) {
            return SpecText.path(difference.key().uri());
        }
        return placeOf(difference)
                .map(SourceSpan::file)
                .orElse(SpecText.path(difference.key().uri()));
    }

    private record SharedEdit(SourceSpan place, String attribute) {}

    /** Applies an accepted difference; returns why it cannot be applied, or nothing if it was. */
    Optional<String> apply(Difference difference) {
        FactKey key = difference.key();
        if (key.attribute().equals(Difference.OPERATION)) {
            return difference.kind() == Difference.Kind.REMOVAL
                    ? Optional.of("delete the operation by hand")
                    : operation(key);
        }
        Optional<SourceSpan> shared = sharedPlace(difference);
        Optional<String> objection = shared.flatMap(place -> sharedTypes.objection(difference, place));
        if (objection.isPresent()) {
            return objection;
        }
        Optional<SharedEdit> edit = shared.map(place -> new SharedEdit(place, key.attribute()));
        if (edit.filter(done::contains).isPresent()) {
            return Optional.empty();
        }
        boolean applied = key.attribute().equals(Difference.FIELD) ? field(difference) : attribute(difference);
        if (!applied) {
            return Optional.of("its place cannot be edited automatically: edit it by hand");
        }
        edit.ifPresent(done::add);
        return Optional.empty();
    }

    /** Returns the facts that an applied difference changes beside its own, in other messages with the same type. */
    List<FactKey> alsoChanged(Difference difference) {
        return sharedPlace(difference)
                .map(place -> sharedTypes.alsoChanged(difference, place))
                .orElse(List.of());
    }

    private Optional<SourceSpan> sharedPlace(Difference difference) {
        boolean whole = difference.key().attribute().equals(Difference.OPERATION)
                || (difference.key().attribute().equals(Difference.FIELD)
                        && difference.kind() != Difference.Kind.REMOVAL);
        return whole ? Optional.empty() : placeOf(difference).filter(place -> SpecText.isShared(place.file()));
    }

    private Optional<String> operation(FactKey key) {
        ApiOperation operation = operations.get(key.uri() + " " + key.method());
        if (operation == null) {
            return Optional.of("the source has no draft of it");
        }
        String path = SpecText.path(key.uri());
        ApiOperation enriched = NewOperations.enriched(operation, present.keySet());
        if (present.containsKey(path)) {
            YamlEditor editor = editor(path);
            return editor.insertLines(List.of(), Optional.empty(), indent -> SpecText.operation(enriched))
                    ? Optional.empty()
                    : Optional.of("the file cannot be edited automatically");
        }
        String before = created.get(path);
        created.put(
                path,
                before == null
                        ? SpecText.file(key.uri(), names.javaPath(key.uri()), Optional.empty(), List.of(enriched))
                        : before + SpecText.operation(enriched));
        return Optional.empty();
    }

    private boolean attribute(Difference difference) {
        FactKey key = difference.key();
        if (BY_HAND.contains(key.kind())) {
            return false;
        }
        Optional<SourceSpan> place = placeOf(difference);
        if (place.isEmpty()) {
            return false;
        }
        YamlEditor editor = editor(place.get().file());
        // The place of a notification is also that of its first key.
        List<String> path = key.method().equals(Section.NOTIFICATION) && !key.isOfField()
                ? List.of(Section.NOTIFICATION)
                : KeyPath.to(original(place.get().file()), place.get());
        if (path.isEmpty()) {
            return false;
        }
        if (key.kind().equals("enum")) {
            return enumValue(difference, editor, path);
        }
        Optional<Fact> their = difference.theirs();
        boolean absent =
                their.isEmpty() || (their.get().value().equals("false") && !SpecText.hasFalse(key.attribute()));
        if (absent) {
            return editor.remove(path, key.attribute());
        }
        String value = their.get().value();
        boolean example = key.attribute().equals("example");
        boolean text = example && !List.of("integer", "number", "boolean").contains(typeOf(key));
        return editor.set(
                path,
                key.attribute(),
                text ? FlowText.of(value) : value,
                key.isOfField() ? SpecText.FIELD_KEYS : SpecText.OPERATION_KEYS);
    }

    private String typeOf(FactKey key) {
        Fact type = ours.get(key.sibling("type"));
        return type == null ? "" : type.value().replace("[]", "");
    }

    private boolean enumValue(Difference difference, YamlEditor editor, List<String> path) {
        if (difference.kind() != Difference.Kind.ADDITION) {
            return false;
        }
        boolean integer = typeOf(difference.key()).equals("integer");
        String value = difference.key().enumValue();
        String text = integer ? value : FlowText.of(value);
        List<String> list = new ArrayList<>(path);
        list.add("enum");
        if (editor.find(list).isPresent()) {
            return editor.append(list, text);
        }
        return editor.find(path)
                        .filter(field ->
                                field.text("type").filter("string"::equals).isPresent())
                        .isPresent()
                && editor.set(path, "enum", "[" + text + "]", SpecText.FIELD_KEYS)
                && editor.remove(path, "type");
    }

    private boolean field(Difference difference) {
        FactKey key = difference.key();
        int dot = key.path().lastIndexOf('.');
        String name = key.path().substring(dot + 1);
        if (difference.kind() == Difference.Kind.REMOVAL) {
            List<String> path = difference
                    .ours()
                    .map(fact -> KeyPath.to(original(fact.place().file()), fact.place()))
                    .orElse(List.of());
            return path.size() > 1
                    && difference
                            .ours()
                            .filter(fact -> editor(fact.place().file()).remove(path.subList(0, path.size() - 1), name))
                            .isPresent();
        }
        ApiOperation operation = operations.get(key.uri() + " " + key.method());
        if (operation == null) {
            return false;
        }
        List<ApiField> siblings = siblings(operation, key.path());
        Optional<ApiField> field =
                siblings.stream().filter(each -> each.name().equals(name)).findFirst();
        return field.isPresent() && insert(key, field.get(), siblings);
    }

    /** Returns the fields among which a path leads to one. */
    private static List<ApiField> siblings(ApiOperation operation, String path) {
        String[] names = path.split("\\.", -1);
        List<ApiField> fields = List.of();
        for (Section section : Section.values()) {
            if (section.key().equals(names[0])) {
                fields = operation.fields(section);
            }
        }
        for (int i = 1; i < names.length - 1; i++) {
            String name = names[i];
            fields = fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .map(ApiField::fields)
                    .orElse(List.of());
        }
        return fields;
    }

    /** Inserts a field behind the nearest one before it that the specs have, or behind any other of the same object. */
    private boolean insert(FactKey key, ApiField field, List<ApiField> siblings) {
        String parent = key.path().substring(0, key.path().lastIndexOf('.') + 1);
        List<String> before = new ArrayList<>();
        for (ApiField sibling : siblings) {
            if (sibling.name().equals(field.name())) {
                break;
            }
            before.add(0, sibling.name());
        }
        siblings.stream()
                .map(ApiField::name)
                .filter(name -> !before.contains(name))
                .forEach(before::add);
        for (String name : before) {
            Fact type = ours.get(new FactKey(key.uri(), key.method(), parent + name, "type"));
            if (type == null) {
                continue;
            }
            if (SpecText.isShared(type.place().file())) {
                return false;
            }
            List<String> path = KeyPath.to(original(type.place().file()), type.place());
            YamlEditor editor = editor(type.place().file());
            return !path.isEmpty()
                    && editor.insertLines(
                            path.subList(0, path.size() - 1),
                            Optional.of(path.get(path.size() - 1)),
                            indent -> SpecText.field(field, indent));
        }
        return false;
    }

    private Optional<SourceSpan> placeOf(Difference difference) {
        if (difference.ours().isPresent()) {
            return difference.ours().map(Fact::place);
        }
        FactKey key = difference.key();
        if (key.kind().startsWith("enum")) {
            Optional<SourceSpan> values = ours.entrySet().stream()
                    .filter(entry -> entry.getKey().kind().equals("enum")
                            && entry.getKey().sibling("").equals(key.sibling("")))
                    .map(entry -> entry.getValue().place())
                    .findFirst();
            if (values.isPresent()) {
                return values;
            }
        }
        String known = key.isOfField() ? "type" : "title";
        return Optional.ofNullable(ours.get(key.sibling(known))).map(Fact::place);
    }

    private YamlEditor editor(String path) {
        return edited.computeIfAbsent(path, key -> new YamlEditor(text(key)));
    }

    private Located original(String path) {
        return originals.computeIfAbsent(path, key -> new YamlEditor(text(key)).root());
    }

    private String text(String path) {
        return Optional.ofNullable(present.get(path))
                .orElseThrow(() -> new IllegalStateException("no spec at " + path));
    }
}

package io.github.wxpaycodegen.importer.internal.draft;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.yaml.KeyPath;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import io.github.wxpaycodegen.importer.internal.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Leaves out of the operations of a file what the generator rejects. */
final class Repair {
    /** Without these, a field or an operation would be another one. */
    private static final Set<String> ESSENTIAL =
            Set.of("type", "fields", "enum", "list", "title", "uri", "indexed", "body");

    private final Located root;
    private List<ApiOperation> operations;

    Repair(String text, List<ApiOperation> operations) {
        Findings none = new Findings();
        this.root = YamlText.parse("draft", text, none)
                .orElseThrow(() -> new IllegalStateException("a draft is not YAML: " + none.sorted() + "\n" + text));
        this.operations = operations;
    }

    List<ApiOperation> operations() {
        return operations;
    }

    Optional<SourceSpan> placeOf(Diagnostic diagnostic) {
        List<String> path = KeyPath.to(root, diagnostic.span());
        return operations.stream()
                .filter(operation -> !path.isEmpty() && operation.method().equals(path.get(0)))
                .map(ApiOperation::span)
                .findFirst();
    }

    /** Returns what was done about a diagnostic that {@link #leaveOut} returned true for. */
    String explain(Diagnostic diagnostic) {
        List<String> path = KeyPath.to(root, diagnostic.span());
        List<String> names = path.stream().filter(key -> !key.equals("fields")).toList();
        String done = isName(diagnostic) ? "gave a Java name of its own to " : "left out ";
        return done + String.join(".", names) + ": " + diagnostic.code().id() + " " + diagnostic.message();
    }

    /** Leaves out the attribute that a diagnostic is about; false if it is about something essential. */
    boolean leaveOut(Diagnostic diagnostic) {
        List<String> path = KeyPath.to(root, diagnostic.span());
        if (path.size() == 1 && isName(diagnostic)) {
            return rename(path.get(0));
        } else if (path.size() < 2) {
            return false;
        }
        List<ApiOperation> changed = new ArrayList<>();
        boolean done = false;
        for (ApiOperation operation : operations) {
            ApiOperation without = operation.method().equals(path.get(0))
                    ? without(operation, path.subList(1, path.size()), isName(diagnostic))
                    : operation;
            done |= !without.equals(operation);
            changed.add(without);
        }
        operations = changed;
        return done;
    }

    /** Gives an operation a Java name that no other one derives from its own URI; false if it has one. */
    private boolean rename(String method) {
        List<ApiOperation> changed = operations.stream()
                .map(operation -> operation.method().equals(method)
                                && !operation.attributes().containsKey("java")
                        ? operation.with("java", nameOf(operation))
                        : operation)
                .toList();
        boolean renamed = !changed.equals(operations);
        operations = changed;
        return renamed;
    }

    private static String nameOf(ApiOperation operation) {
        StringBuilder name = new StringBuilder();
        for (String word : (operation.uri() + "/" + operation.method()).split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static ApiOperation without(ApiOperation operation, List<String> path, boolean impossibleName) {
        for (Section section : Section.values()) {
            if (section.key().equals(path.get(0))) {
                return path.size() < 2
                        ? operation
                        : operation.with(
                                section,
                                without(operation.fields(section), path.subList(1, path.size()), impossibleName));
            }
        }
        return ESSENTIAL.contains(path.get(0)) ? operation : operation.without(path.get(0));
    }

    private static List<ApiField> without(List<ApiField> fields, List<String> path, boolean impossibleName) {
        UnaryOperator<ApiField> change = field -> {
            if (path.size() < 2) {
                return impossibleName ? field.with("java", distinct(field.name())) : field;
            }
            String key = path.get(1);
            if (key.equals("fields")) {
                return path.size() < 3
                        ? field
                        : new ApiField(
                                field.name(),
                                field.attributes(),
                                without(field.fields(), path.subList(2, path.size()), impossibleName));
            }
            return key.equals("enum") && impossibleName
                    ? field.with("enum", named(field.attributes().get("enum")))
                    : ESSENTIAL.contains(key) ? field : field.without(key);
        };
        return fields.stream()
                .map(field -> field.name().equals(path.get(0)) ? change.apply(field) : field)
                .toList();
    }

    /** Returns the values of an enum with a Java name for each that has no Latin letters. */
    private static List<Object> named(@Nullable Object values) {
        List<Object> named = new ArrayList<>();
        for (Object value : values instanceof List<?> list ? list : List.of()) {
            Map<String, Object> about = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> about.put(key.toString(), each));
            } else {
                about.put("value", value);
            }
            boolean latin = String.valueOf(about.get("value")).matches("[A-Za-z0-9][A-Za-z0-9_ -]*");
            if (!latin) {
                about.putIfAbsent("java", "VALUE_" + (named.size() + 1));
            }
            named.add(about.size() == 1 ? value : about);
        }
        return named;
    }

    private static boolean isName(Diagnostic diagnostic) {
        return diagnostic.code() == Code.NAME_IMPOSSIBLE || diagnostic.code() == Code.NAME_CLASH;
    }

    /** Returns a Java name that no other field derives from its own name. */
    private static String distinct(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9]+", "");
        String start = letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "field" + letters : letters;
        return Character.toLowerCase(start.charAt(0)) + start.substring(1) + "Field";
    }
}

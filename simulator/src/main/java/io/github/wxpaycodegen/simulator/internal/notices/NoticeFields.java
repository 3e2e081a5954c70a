package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.specs.Similarity;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.FlatNames;
import io.github.wxpaycodegen.simulator.internal.values.ValueTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields that a notification can have. A misspelled field would be added to a sample notification, whose own field a
 * test would then take for the one that it has set.
 */
final class NoticeFields {
    /** Fields that any v2 message may have. */
    private static final Set<String> OF_V2 =
            Set.of("return_code", "return_msg", "result_code", "err_code", "err_code_des");

    private static final Pattern POSITION = Pattern.compile("\\[[0-9]+]");

    private final NotificationSpec spec;
    private final Types types;
    private final Map<String, Field> declared = new LinkedHashMap<>();

    private NoticeFields(NotificationSpec spec, Types types) {
        this.spec = spec;
        this.types = types;
        collect(spec.body(), "");
    }

    /**
     * Checks the values of a notification.
     *
     * @throws IllegalArgumentException if the spec does not declare a field, or if a value is not of its type
     */
    static void check(NotificationSpec spec, NoticeDraft notice, Types types) {
        NoticeFields fields = new NoticeFields(spec, types);
        notice.values().forEach((path, value) -> {
            if (!notice.unchecked().contains(path)) {
                fields.check(path, value);
            }
        });
    }

    private void collect(ObjectShape shape, String prefix) {
        for (Field field : shape.fields()) {
            Optional<ObjectShape> inner = types.objectOf(field);
            if (field.indexed()) {
                inner.ifPresent(group -> collect(group, prefix));
                continue;
            }
            String path = prefix + field.name();
            String element = field.list() ? path + "[]" : path;
            declared.put(path, field);
            inner.ifPresentOrElse(object -> collect(object, element + "."), () -> declared.put(element, field));
        }
    }

    private void check(String path, String value) {
        if (spec.protocol() == Protocol.V2 && OF_V2.contains(path)) {
            return;
        }
        Field field = find(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the notification " + spec.id() + " has no field " + path + suggestion(path)));
        problem(field, path, value).ifPresent(expected -> {
            throw new IllegalArgumentException(path + " of the notification " + spec.id() + " must be " + expected);
        });
    }

    private Optional<Field> find(String path) {
        String place = POSITION.matcher(path).replaceAll("[]");
        return declared.entrySet().stream()
                .filter(entry -> FlatNames.matches(entry.getKey(), place))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String suggestion(String path) {
        List<String> paths = List.copyOf(declared.keySet());
        return paths.stream()
                .filter(each -> each.endsWith("." + path))
                .findFirst()
                .or(() -> Similarity.mostSimilar(path, paths))
                .map(nearest -> ": did you mean " + nearest.replace("[]", "[0]") + "?")
                .orElse("");
    }

    /** Returns the expectation that a value does not meet. */
    private Optional<String> problem(Field field, String path, String value) {
        if (field.wire().encoded().isPresent() || field.wire().encrypted().isPresent()) {
            return Optional.empty();
        }
        if (field.list() && !path.endsWith("]")) {
            return Optional.of("a list: set its elements, such as " + path + "[0]");
        }
        if (types.objectOf(field).isPresent()) {
            return Optional.of("an object: set its fields");
        }
        if (spec.protocol() == Protocol.V2 && value.isEmpty()) {
            // The gateway sends empty elements of any type.
            return Optional.empty();
        }
        return new ValueTypes(types).expected(field, value);
    }
}

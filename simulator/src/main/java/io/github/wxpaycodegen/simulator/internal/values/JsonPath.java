package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The path of a field in a JSON document: {@code goods[1].price}. */
public final class JsonPath {
    private static final Pattern PATH =
            Pattern.compile("[^.\\[\\]]+(?:\\[[0-9]{1,9}])?(?:\\.[^.\\[\\]]+(?:\\[[0-9]{1,9}])?)*");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[([0-9]+)])?");

    private final String text;
    private final List<Step> steps;

    private JsonPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
    }

    /**
     * A step to a member of an object, or to an element of a list that is a member.
     *
     * @param position of the element; empty for the member itself
     */
    private record Step(String name, Optional<Integer> position) {
        @Override
        public String toString() {
            return name + position.map(at -> "[" + at + "]").orElse("");
        }
    }

    /**
     * Parses a path.
     *
     * @throws IllegalArgumentException if it is not the path of a member of an object
     */
    public static JsonPath of(String path) {
        if (!PATH.matcher(path).matches() || path.endsWith("]")) {
            throw new IllegalArgumentException("'" + path
                    + "' is not the path of a field: it must consist of names, with the position of an element after the name"
                    + " of a list, such as goods[1].price");
        }
        List<Step> steps = new ArrayList<>();
        for (Matcher step = STEP.matcher(path); step.find(); ) {
            steps.add(new Step(step.group(1), Optional.ofNullable(step.group(2)).map(Integer::valueOf)));
        }
        return new JsonPath(path, steps);
    }

    /**
     * Sets the value at this path.
     *
     * @throws ImpossibleChangeException if there is no object that can contain it
     */
    public void set(ObjectNode document, JsonNode value) {
        ObjectNode place = document;
        for (int i = 0; i < steps.size() - 1; i++) {
            Step step = steps.get(i);
            JsonNode member = place.get(step.name());
            if (step.position().isPresent() && !(member instanceof ArrayNode)) {
                throw impossible("list " + parent(i, step.name()), document);
            }
            if (!(element(member, step) instanceof ObjectNode inner)) {
                throw impossible("object " + parent(i, step.toString()), document);
            }
            place = inner;
        }
        place.set(steps.get(steps.size() - 1).name(), value);
    }

    private static @Nullable JsonNode element(@Nullable JsonNode member, Step step) {
        return member == null || step.position().isEmpty()
                ? member
                : member.get(step.position().get());
    }

    private ImpossibleChangeException impossible(String missing, ObjectNode document) {
        JsonNode code = document.get("code");
        JsonNode message = document.get("message");
        String reason = code == null || message == null
                ? ""
                : ", because it is the error " + code.asString() + ": " + message.asString();
        return new ImpossibleChangeException(text, missing, reason);
    }

    /**
     * Returns the part of this path that documents of a shape never have: {@code object amount}, {@code list goods}. Empty if
     * they may have all of them.
     */
    public Optional<String> missingIn(Types types, ObjectShape shape) {
        ObjectShape place = shape;
        for (int i = 0; i < steps.size() - 1; i++) {
            Step step = steps.get(i);
            Optional<Field> field = place.fields().stream()
                    .filter(each -> each.name().equals(step.name()))
                    .filter(each -> each.list() == step.position().isPresent())
                    .filter(each -> each.wire().encoded().isEmpty())
                    .findFirst();
            Optional<ObjectShape> inner = field.flatMap(types::objectOf);
            if (inner.isEmpty()) {
                String kind = step.position().isPresent() ? "list " : "object ";
                return Optional.of(kind + parent(i, step.name()));
            }
            place = inner.get();
        }
        return Optional.empty();
    }

    /** Returns the fields that a shape declares beside the last one of this path; empty if it has no such object. */
    public List<Field> siblingsIn(Types types, ObjectShape shape) {
        ObjectShape place = shape;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            Optional<ObjectShape> inner = place.fields().stream()
                    .filter(each -> each.name().equals(step.name()))
                    .findFirst()
                    .flatMap(types::objectOf);
            if (inner.isEmpty()) {
                return List.of();
            }
            place = inner.get();
        }
        return place.fields();
    }

    /** Returns the name of the field. */
    public String name() {
        return steps.get(steps.size() - 1).name();
    }

    private String parent(int index, String last) {
        String start = steps.subList(0, index).stream().map(Step::toString).collect(Collectors.joining("."));
        return start.isEmpty() ? last : start + "." + last;
    }

    @Override
    public String toString() {
        return text;
    }
}

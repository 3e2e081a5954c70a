package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates a message by the rules that it writes before its values, and adds a line to a list for each violation. */
final class Rules extends PlainFieldWriter {
    /** Path of the validated object, with a dot at its end; empty for the request itself. */
    private final String path;

    private final List<String> problems;
    /** The fields that were put on the object. They count as present and are not validated. */
    private final PutFields put;
    /** True if problems of the next field must not show its value. */
    private final boolean masked;
    /** The rules of the next field. */
    private final List<Rule> rules;

    private Rules(String path, List<String> problems, PutFields put, boolean masked, List<Rule> rules) {
        this.path = path;
        this.problems = problems;
        this.put = put;
        this.masked = masked;
        this.rules = rules;
    }

    /** Returns a validator for single values, whose names have no path before them. */
    static FieldWriter of(List<String> problems) {
        return new Rules("", problems, PutFields.EMPTY, false, List.of());
    }

    /** Validates a message and its parts. */
    static void check(String path, Message message, List<String> problems) {
        message.writeFields(new Rules(path, problems, message.putFields(), false, List.of()));
    }

    @Override
    void field(String name, @Nullable Object value) {
        for (Rule rule : rules) {
            rule.check(this, name, value);
        }
        super.field(name, value);
    }

    @Override
    protected void value(String name, Object value) {
        elements(name, value, (at, element) -> {
            if (element instanceof Message nested) {
                check(path + at + ".", nested, problems);
            }
        });
    }

    private Rules with(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Rules(path, problems, put, masked, all);
    }

    @Override
    public FieldWriter required() {
        return with((at, name, value) -> {
            boolean absent = value == null || (value instanceof List<?> list && list.isEmpty());
            if (absent && !put.contains(name)) {
                problem(name, "is required");
            }
        });
    }

    @Override
    public FieldWriter maxLength(int limit) {
        return withEach((at, name, text) -> {
            int length = length(text);
            if (length > limit) {
                problem(name, "must be at most " + characters(limit) + " (was " + length + ")");
            }
        });
    }

    @Override
    public FieldWriter minLength(int limit) {
        return withEach((at, name, text) -> {
            int length = length(text);
            if (length < limit) {
                problem(name, "must be at least " + characters(limit) + " (was " + length + ")");
            }
        });
    }

    @Override
    public FieldWriter pattern(Pattern pattern) {
        return matches(pattern, "must match " + pattern.pattern());
    }

    @Override
    public FieldWriter format(Pattern pattern, String form) {
        return matches(pattern, "must be " + form);
    }

    private FieldWriter matches(Pattern pattern, String rule) {
        return withEach((at, name, element) -> {
            if (!pattern.matcher(element.toString()).matches()) {
                problem(name, rule + " (was " + at.shown(element) + ")");
            }
        });
    }

    @Override
    public FieldWriter minimum(BigDecimal limit) {
        return withEach((at, name, element) -> {
            BigDecimal number = new BigDecimal(element.toString());
            if (number.compareTo(limit) < 0) {
                problem(name, "must be at least " + limit.toPlainString() + at.was(number));
            }
        });
    }

    @Override
    public FieldWriter maximum(BigDecimal limit) {
        return withEach((at, name, element) -> {
            BigDecimal number = new BigDecimal(element.toString());
            if (number.compareTo(limit) > 0) {
                problem(name, "must be at most " + limit.toPlainString() + at.was(number));
            }
        });
    }

    @Override
    public FieldWriter maxItems(int limit) {
        return with((at, name, value) -> {
            if (value instanceof List<?> list && list.size() > limit) {
                String elements = limit == 1 ? " element" : " elements";
                problem(name, "must have at most " + limit + elements + " (had " + list.size() + ")");
            }
        });
    }

    @Override
    public FieldWriter maxBytes(long limit) {
        return with((at, name, value) -> {
            if (value instanceof UploadFile file && file.size() > limit) {
                problem(name, "must be at most " + limit + " bytes (was " + file.size() + ")");
            }
        });
    }

    @Override
    public FieldWriter mediaTypes(String... types) {
        return with((at, name, value) -> {
            if (value instanceof UploadFile file && !List.of(types).contains(file.mediaType())) {
                String accepted = (types.length == 1 ? "" : "one of ") + String.join(", ", types);
                problem(name, "must be " + accepted + " (was " + ForeignText.shown(file.mediaType()) + ")");
            }
        });
    }

    @Override
    public void exactlyOneOf(List<String> names, @Nullable Object... values) {
        int present = present(names, values);
        if (present != 1) {
            group(names, "exactly one of them is required (" + present + " were given)");
        }
    }

    @Override
    public void atLeastOneOf(List<String> names, @Nullable Object... values) {
        if (present(names, values) == 0) {
            group(names, "at least one of them is required");
        }
    }

    @Override
    public FieldWriter sensitive() {
        return masking();
    }

    @Override
    public FieldWriter encrypted() {
        return masking();
    }

    @Override
    public FieldWriter signed() {
        return masking();
    }

    private Rules masking() {
        return new Rules(path, problems, put, true, rules);
    }

    /** Adds a rule for the value, or for each of its elements. */
    private Rules withEach(ElementRule rule) {
        return with((at, name, value) -> {
            if (value != null) {
                elements(name, value, (place, element) -> rule.check(at, place, element));
            }
        });
    }

    private static void elements(String name, Object value, BiConsumer<String, Object> each) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                each.accept(name + "[" + i + "]", list.get(i));
            }
        } else {
            each.accept(name, value);
        }
    }

    private void problem(String name, String problem) {
        problems.add(path + name + " " + problem);
    }

    /** A group has several names; a colon separates them from the rest of the sentence. */
    private void group(List<String> names, String problem) {
        problems.add(path + String.join(", ", names) + ": " + problem);
    }

    private String was(BigDecimal number) {
        return masked ? "" : " (was " + number.toPlainString() + ")";
    }

    /** Returns a text in quotes and a number unchanged; for a masked value, only its length. */
    private String shown(Object value) {
        if (masked) {
            return characters(length(value));
        }
        return value instanceof String text ? '"' + ForeignText.shown(text) + '"' : value.toString();
    }

    private static int length(Object text) {
        String characters = text.toString();
        return characters.codePointCount(0, characters.length());
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }

    private int present(List<String> names, @Nullable Object[] values) {
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null || put.contains(names.get(i))) {
                present++;
            }
        }
        return present;
    }

    /**
     * A rule of a field. It is evaluated when the value is written, because only then is it known whether the value is
     * masked.
     */
    private interface Rule {
        /**
         * Adds a problem if the value violates the rule.
         *
         * @param at the writer of the value
         * @param value the value; null if the field is absent
         */
        void check(Rules at, String name, @Nullable Object value);
    }

    /** A rule for each element of a value. */
    private interface ElementRule {
        /** Adds a problem, with the position of the element, if the element violates the rule. */
        void check(Rules at, String name, Object element);
    }
}

package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checker that adds a line to a list for each broken rule.
 *
 * @param path the path of the object that is checked, with a dot at its end; empty for the request itself
 * @param masked whether the problems show no values
 * @param put the fields that were put on the object: they are present, and nothing else is known of them
 */
record Rules(String path, boolean masked, List<String> problems, PutFields put) implements Checker {
    /** Checks a message and all that it holds. */
    static void check(String path, Message message, List<String> problems) {
        message.check(new Rules(path, false, problems, message.putFields()));
    }

    @Override
    public void required(String name, @Nullable Object value) {
        boolean absent = value == null || (value instanceof List<?> list && list.isEmpty());
        if (absent && !put.contains(name)) {
            problem(name, "is required");
        }
    }

    @Override
    public void maxLength(String name, @Nullable Object value, int limit) {
        elements(name, value, (at, text) -> {
            int length = length(text);
            if (length > limit) {
                problem(at, "must be at most " + characters(limit) + " (was " + length + ")");
            }
        });
    }

    @Override
    public void minLength(String name, @Nullable Object value, int limit) {
        elements(name, value, (at, text) -> {
            int length = length(text);
            if (length < limit) {
                problem(at, "must be at least " + characters(limit) + " (was " + length + ")");
            }
        });
    }

    @Override
    public void pattern(String name, @Nullable Object value, Pattern pattern) {
        matches(name, value, pattern, "must match " + pattern.pattern());
    }

    @Override
    public void format(String name, @Nullable Object value, Pattern pattern, String form) {
        matches(name, value, pattern, "must be " + form);
    }

    private void matches(String name, @Nullable Object value, Pattern pattern, String rule) {
        elements(name, value, (at, element) -> {
            if (!pattern.matcher(element.toString()).matches()) {
                problem(at, rule + " (was " + (masked ? characters(length(element)) : shown(element)) + ")");
            }
        });
    }

    @Override
    public void minimum(String name, @Nullable Object value, long limit) {
        minimum(name, value, BigDecimal.valueOf(limit));
    }

    @Override
    public void minimum(String name, @Nullable Object value, BigDecimal limit) {
        numbers(name, value, (at, number) -> {
            if (number.compareTo(limit) < 0) {
                problem(at, "must be at least " + limit.toPlainString() + was(number));
            }
        });
    }

    @Override
    public void maximum(String name, @Nullable Object value, long limit) {
        maximum(name, value, BigDecimal.valueOf(limit));
    }

    @Override
    public void maximum(String name, @Nullable Object value, BigDecimal limit) {
        numbers(name, value, (at, number) -> {
            if (number.compareTo(limit) > 0) {
                problem(at, "must be at most " + limit.toPlainString() + was(number));
            }
        });
    }

    @Override
    public void maxItems(String name, @Nullable List<?> values, int limit) {
        if (values != null && values.size() > limit) {
            problem(
                    name,
                    "must have at most " + limit + (limit == 1 ? " element" : " elements") + " (had " + values.size()
                            + ")");
        }
    }

    @Override
    public void file(String name, @Nullable UploadFile value, long maxBytes, String... mediaTypes) {
        if (value == null) {
            return;
        }
        if (value.size() > maxBytes) {
            problem(name, "must be at most " + maxBytes + " bytes (was " + value.size() + ")");
        }
        if (mediaTypes.length > 0 && !List.of(mediaTypes).contains(value.mediaType())) {
            String accepted = (mediaTypes.length == 1 ? "" : "one of ") + String.join(", ", mediaTypes);
            problem(name, "must be " + accepted + " (was " + ForeignText.shown(value.mediaType()) + ")");
        }
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
    public void object(String name, @Nullable Message value) {
        if (value != null) {
            check(path + name + ".", value, problems);
        }
    }

    @Override
    public void objects(String name, @Nullable List<? extends Message> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            check(path + name + "[" + i + "].", values.get(i), problems);
        }
    }

    @Override
    public Checker sensitive() {
        return new Rules(path, true, problems, put);
    }

    private static void elements(String name, @Nullable Object value, BiConsumer<String, Object> rule) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                rule.accept(name + "[" + i + "]", list.get(i));
            }
        } else if (value != null) {
            rule.accept(name, value);
        }
    }

    private static void numbers(String name, @Nullable Object value, BiConsumer<String, BigDecimal> rule) {
        elements(name, value, (at, number) -> rule.accept(at, new BigDecimal(number.toString())));
    }

    private void problem(String name, String problem) {
        problems.add(path + name + " " + problem);
    }

    /** A group has several names, which a colon keeps apart from the rest of the sentence. */
    private void group(List<String> names, String problem) {
        problems.add(path + String.join(", ", names) + ": " + problem);
    }

    private String was(BigDecimal number) {
        return masked ? "" : " (was " + number.toPlainString() + ")";
    }

    private static int length(Object text) {
        String characters = text.toString();
        return characters.codePointCount(0, characters.length());
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }

    /** A text in quotes; a number as it is. */
    private static String shown(Object value) {
        return value instanceof String text ? '"' + ForeignText.shown(text) + '"' : value.toString();
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
}

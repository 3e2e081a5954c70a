package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks up texts by name and converts them. Exceptions name the label and show no secret. */
final class TextValues {
    private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m|h)");
    private static final Pattern FILE_NAME = Pattern.compile("[^\\n]*\\.(pem|p12|key|crt|cer|txt)|/[^\\n]{0,200}");

    private final UnaryOperator<String> label;
    private final Function<String, @Nullable String> lookup;
    private final List<String> labels = new ArrayList<>();
    private final Map<String, String> found = new LinkedHashMap<>();

    /**
     * Creates a lookup.
     *
     * @param label returns the name in the source: {@code WXPAY_V2_KEY} for {@code v2-key}
     * @param lookup returns the text of a label; null for none
     */
    TextValues(UnaryOperator<String> label, Function<String, @Nullable String> lookup) {
        this.label = label;
        this.lookup = lookup;
    }

    /** Returns the labels that were looked up. */
    List<String> labels() {
        return List.copyOf(labels);
    }

    /** Returns the labels of the names that have a value. */
    Map<String, String> found() {
        return Map.copyOf(found);
    }

    /** Returns the label of a name, under which the source has it. */
    String label(String name) {
        return label.apply(name);
    }

    /** Sets a text, if there is one. */
    void text(String name, Consumer<String> setting) {
        Value value = plain(name);
        if (value != null) {
            apply(value, bytes -> setting.accept(value.line().strip()));
        }
    }

    /** Sets a text that may be in a file, if there is one. */
    void secret(String name, Consumer<String> setting) {
        Value value = content(name, TextValues::utf8);
        if (value != null) {
            apply(value, bytes -> setting.accept(value.line()));
        }
    }

    /** Sets the content of a PEM file, or PEM that is given as text, if there is any. */
    void pem(String name, Consumer<byte[]> setting) {
        Value value = content(name, TextValues::utf8);
        if (value != null) {
            apply(value, setting);
        }
    }

    /** A setting of a key and its id. */
    @FunctionalInterface
    interface KeySetting {
        void accept(String id, byte[] pem);
    }

    /** Sets a key and its id, if they are given. */
    void keyWithId(String name, KeySetting setting) {
        Value id = plain(name + "-id");
        Value pem = content(name + "-pem", TextValues::utf8);
        together(id, name + "-id", pem, name + "-pem");
        if (id != null && pem != null) {
            apply(pem, bytes -> setting.accept(id.line().strip(), bytes));
        }
    }

    /** Sets a boolean, if it is given. */
    void flag(String name, Consumer<Boolean> setting) {
        Value value = plain(name);
        if (value != null) {
            if (!value.line().matches("true|false")) {
                throw wrong(value, "true or false");
            }
            setting.accept(Boolean.valueOf(value.line()));
        }
    }

    /** Sets a whole number, if it is given. */
    void number(String name, long most, LongConsumer setting) {
        Value value = plain(name);
        if (value != null) {
            if (!value.line().matches("[0-9]{1,18}") || Long.parseLong(value.line()) > most) {
                throw wrong(value, "a whole number of at most " + most);
            }
            apply(value, bytes -> setting.accept(Long.parseLong(value.line())));
        }
    }

    /** Sets a duration, if it is given: {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}, or in ISO 8601. */
    void duration(String name, Consumer<Duration> setting) {
        Value value = plain(name);
        if (value != null) {
            apply(value, bytes -> setting.accept(duration(value)));
        }
    }

    private static Duration duration(Value value) {
        Matcher parts = DURATION.matcher(value.line());
        if (!parts.matches()) {
            try {
                return Duration.parse(value.line());
            } catch (DateTimeParseException e) {
                // It has a cause if a number is too large, and none if the text has another form.
                throw e.getCause() != null ? tooLong(value) : wrong(value, "a duration: 500ms, 30s, 2m or PT30S");
            }
        }
        try {
            long amount = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        } catch (NumberFormatException | ArithmeticException e) {
            throw tooLong(value);
        }
    }

    private static ConfigurationException tooLong(Value value) {
        return wrong(value, "at most " + Settings.longest());
    }

    /**
     * A value.
     *
     * @param label the label under which it was found
     * @param fileLabel the label that would name a file with the value; null if the value cannot be in a file
     */
    record Value(String label, @Nullable String fileLabel, byte[] content) {
        /** Returns the text without the line end that editors add at the end of a file. */
        String line() {
            return new String(content, StandardCharsets.UTF_8).replaceFirst("\\R+$", "");
        }
    }

    /** Returns a value that is given as text; null for none. */
    @Nullable
    Value plain(String name) {
        String itsLabel = label.apply(name);
        labels.add(itsLabel);
        String text = lookup.apply(itsLabel);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            throw new ConfigurationException(itsLabel + " is blank: remove it, or give it a value");
        }
        found.put(name, itsLabel);
        return new Value(itsLabel, null, utf8(text));
    }

    /** Returns a value that is given as text or in a file; null for none. */
    @Nullable
    Value content(String name, Function<String, byte[]> decoded) {
        Value text = plain(name);
        Value file = plain(name + "-file");
        String fileLabel = label.apply(name + "-file");
        if (text != null && file != null) {
            throw new ConfigurationException(text.label() + " and " + file.label() + " are both set: keep one of them");
        }
        if (file != null) {
            return new Value(fileLabel, null, read(file));
        }
        if (text == null) {
            return null;
        }
        try {
            return new Value(text.label(), fileLabel, decoded.apply(text.line()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    text.label() + " must be the content of the file in Base64; " + fileLabel + " takes its name");
        }
    }

    private static byte[] read(Value file) {
        try {
            byte[] content = Settings.read(file.label(), Path.of(file.line().strip()));
            if (content.length == 0) {
                throw new ConfigurationException(file.label() + ": the file is empty");
            }
            return content;
        } catch (InvalidPathException e) {
            throw wrong(file, "the name of a file");
        }
    }

    static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Runs a setting, and adds the label of the value to its exceptions. */
    static void apply(Value value, Consumer<byte[]> setting) {
        try {
            setting.accept(value.content());
        } catch (ConfigurationException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String named = message.startsWith(value.label()) ? message : value.label() + ": " + message;
            throw new ConfigurationException(named + fileHint(value), e.getCause());
        }
    }

    /** Returns a hint if the value looks like the name of a file, a frequent mistake; otherwise an empty text. */
    private static String fileHint(Value value) {
        return value.fileLabel() != null
                        && FILE_NAME.matcher(value.line().strip()).matches()
                ? ". It looks like the name of a file: set " + value.fileLabel() + " instead"
                : "";
    }

    /** Checks that both values are given, or neither. */
    void together(@Nullable Value one, String oneName, @Nullable Value other, String otherName) {
        if (one != null) {
            required(one, other, otherName);
        }
        if (other != null) {
            required(other, one, oneName);
        }
    }

    /** Checks that a value is given that another one requires. */
    void required(Value given, @Nullable Value needed, String neededName) {
        if (needed == null) {
            throw new ConfigurationException(given.label() + " needs " + label.apply(neededName) + ": set it too");
        }
    }

    private static ConfigurationException wrong(Value value, String expected) {
        return new ConfigurationException(
                value.label() + " must be " + expected + " (was \"" + ForeignText.shown(value.line()) + "\")");
    }
}

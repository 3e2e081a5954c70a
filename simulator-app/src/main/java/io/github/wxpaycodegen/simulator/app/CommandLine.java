package io.github.wxpaycodegen.simulator.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of options: from the command line, or else from environment variables. */
final class CommandLine {
    /** The value of an option, and where it came from, for messages. */
    record Value(String text, String source) {}

    private static final List<String> YES = List.of("yes", "true", "1");
    private static final List<String> NO = List.of("no", "false", "0");
    private static final int SECONDS_PER_DAY = 86_400;

    private final Map<Option, List<Value>> values;

    private CommandLine(Map<Option, List<Value>> values) {
        this.values = values;
    }

    /**
     * Reads options in the forms {@code --port 8443} and {@code --port=8443}.
     *
     * @throws UsageException if an option is unknown, lacks its value, or is there too often
     */
    static CommandLine read(List<String> args, Map<String, String> environment) throws UsageException {
        Map<Option, List<Value>> values = new EnumMap<>(Option.class);
        readEnvironment(environment, values);
        Map<Option, List<Value>> given = new EnumMap<>(Option.class);
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            int equals = arg.indexOf('=');
            Option option = option(equals < 0 ? arg : arg.substring(0, equals));
            String text;
            if (equals >= 0) {
                text = arg.substring(equals + 1);
            } else if (i + 1 < args.size() && !args.get(i + 1).startsWith("--")) {
                text = args.get(++i);
            } else if (option == Option.REMEMBER_ORDERS) {
                text = YES.get(0);
            } else {
                throw new UsageException(option.flag() + " needs a value: " + option.form());
            }
            List<Value> all = given.computeIfAbsent(option, each -> new ArrayList<>());
            if (!all.isEmpty() && !option.isRepeatable()) {
                throw new UsageException(option.flag() + " may be given only once");
            }
            all.add(new Value(text, option.flag()));
        }
        values.putAll(given);
        return new CommandLine(values);
    }

    private static void readEnvironment(Map<String, String> environment, Map<Option, List<Value>> values) {
        for (Option option : Option.values()) {
            String text = environment.getOrDefault(option.variable(), "");
            if (!text.isEmpty()) {
                List<String> parts = option.isRepeatable() ? List.of(text.split(",")) : List.of(text);
                values.put(
                        option,
                        parts.stream()
                                .map(part -> new Value(part.strip(), option.variable()))
                                .toList());
            }
        }
    }

    private static Option option(String flag) throws UsageException {
        Optional<Option> known = Arrays.stream(Option.values())
                .filter(option -> option.flag().equals(flag))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (!flag.startsWith("--")) {
            throw new UsageException("'" + flag + "' is not an option: options begin with --, such as --port");
        }
        String similar = Arrays.stream(Option.values())
                .map(Option::flag)
                .filter(name -> distance(name, flag) <= 3)
                .map(name -> "; did you mean " + name + "?")
                .findFirst()
                .orElse("");
        throw new UsageException("unknown option " + flag + similar);
    }

    /** Returns the number of characters that must be inserted, deleted or replaced to get from one text to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    /** Returns the value of an option; empty if it is not set. */
    Optional<Value> find(Option option) {
        return values.getOrDefault(option, List.of()).stream().findFirst();
    }

    /** Returns the text of an option, or a default. */
    String text(Option option, String otherwise) {
        return find(option).map(Value::text).orElse(otherwise);
    }

    /** Returns all values of a repeatable option. */
    List<String> all(Option option) {
        return values.getOrDefault(option, List.of()).stream().map(Value::text).toList();
    }

    /**
     * Returns the port of an option.
     *
     * @throws UsageException if it is not a port
     */
    int port(Option option, int otherwise) throws UsageException {
        Optional<Value> value = find(option);
        if (value.isEmpty()) {
            return otherwise;
        }
        String text = value.get().text();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw wrong(value.get(), "a port from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    /**
     * Returns the number of an option.
     *
     * @throws UsageException if it is not positive
     */
    double positive(Option option, double otherwise) throws UsageException {
        Optional<Value> value = find(option);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value.get().text());
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says what is expected.
        }
        throw wrong(value.get(), "a positive number");
    }

    /**
     * Returns the seconds of an option.
     *
     * @throws UsageException if it is not a whole number from 1 to 86400
     */
    Duration seconds(Option option, int otherwise) throws UsageException {
        Optional<Value> value = find(option);
        if (value.isEmpty()) {
            return Duration.ofSeconds(otherwise);
        }
        String text = value.get().text();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > SECONDS_PER_DAY) {
            throw wrong(value.get(), "a number of seconds from 1 to " + SECONDS_PER_DAY);
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /**
     * Returns yes or no.
     *
     * @throws UsageException if it is neither
     */
    boolean flag(Option option, boolean otherwise) throws UsageException {
        Optional<Value> value = find(option);
        if (value.isEmpty()) {
            return otherwise;
        }
        String text = value.get().text().toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            throw wrong(value.get(), "yes or no");
        }
        return YES.contains(text);
    }

    /**
     * Returns one of several words.
     *
     * @throws UsageException if it is another one
     */
    String word(Option option, List<String> words) throws UsageException {
        Optional<Value> value = find(option);
        String text = value.map(Value::text).orElse(words.get(0)).toLowerCase(Locale.ROOT);
        if (value.isPresent() && !words.contains(text)) {
            throw wrong(value.get(), words.stream().collect(Collectors.joining(" or ")));
        }
        return text;
    }

    /** Returns the error of a value that is not as expected. */
    static UsageException wrong(Value value, String expected) {
        return new UsageException(value.source() + " must be " + expected + " (was '" + value.text() + "')");
    }
}

package io.github.wxpaycodegen.generator.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The claims of one or several sources about a field; a claim that they do not make is empty.
 *
 * @param sources the sources' tags: {@code go}, {@code skit}
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code object}; {@code integer|number}
 *     where a source knows numbers only
 * @param list whether it is a list of that type
 * @param dateTime whether the text is an RFC 3339 time
 * @param encrypted how it is encrypted; {@code none} where a page denies it
 * @param limits the other limits by their key in a spec: {@code minimum}, {@code maxItems}
 * @param unit the unit of a number
 * @param values the values of an enum
 * @param absent whether a page denies the field
 */
record Claim(
        List<String> sources,
        Optional<String> type,
        boolean list,
        boolean dateTime,
        Optional<Boolean> required,
        Optional<String> encrypted,
        Optional<String> encoded,
        Optional<String> signed,
        OptionalInt maxLength,
        Map<String, String> limits,
        Optional<String> unit,
        List<String> values,
        boolean absent) {
    /** The keys of limits besides the maximum length. */
    static final List<String> LIMITS = List.of("minLength", "pattern", "minimum", "maximum", "maxItems");

    private static final String ENUM = "enum=";
    private static final Pattern TYPE =
            Pattern.compile("(string|integer|number|boolean|object|date-time|integer\\|number)(\\[])?");

    /** Parses {@code go,skit: string required maxLength=32 enum=A|B}; the values of an enum may have spaces and come last. */
    static Claim parse(String text) {
        int colon = text.indexOf(':');
        return of(
                List.of(text.substring(0, colon).split(",")),
                text.substring(colon + 1).strip());
    }

    static Claim of(List<String> sources, String text) {
        int at = text.indexOf(ENUM);
        List<String> values =
                at < 0 ? List.of() : List.of(text.substring(at + ENUM.length()).split("\\|"));
        List<String> words = Arrays.stream((at < 0 ? text : text.substring(0, at)).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        Optional<String> type =
                words.stream().filter(word -> TYPE.matcher(word).matches()).findFirst();
        Claim claim = new Claim(
                sources,
                type.map(word -> word.replace("[]", "").replace("date-time", "string")),
                type.filter(word -> word.endsWith("[]")).isPresent(),
                type.filter(word -> word.startsWith("date-time")).isPresent(),
                words.contains("required")
                        ? Optional.of(true)
                        : words.contains("optional") ? Optional.of(false) : Optional.empty(),
                value(words, "encrypted").or(() -> words.contains("plain") ? Optional.of("none") : Optional.empty()),
                value(words, "encoded"),
                value(words, "signed"),
                value(words, "maxLength")
                        .map(length -> OptionalInt.of(Integer.parseInt(length)))
                        .orElse(OptionalInt.empty()),
                limits(words),
                value(words, "unit"),
                values,
                words.contains("absent"));
        if (words.stream().anyMatch(word -> !isKnown(word))) {
            throw new IllegalArgumentException("not a claim: " + text);
        }
        return claim;
    }

    private static boolean isKnown(String word) {
        return TYPE.matcher(word).matches()
                || List.of("required", "optional", "plain", "encrypted", "absent")
                        .contains(word)
                || word.matches("(encrypted|encoded|signed|root|unit|maxLength|" + String.join("|", LIMITS) + ")=.+");
    }

    private static Map<String, String> limits(List<String> words) {
        Map<String, String> limits = new TreeMap<>();
        LIMITS.forEach(key -> value(words, key).ifPresent(limit -> limits.put(key, limit)));
        return limits;
    }

    private static Optional<String> value(List<String> words, String key) {
        return words.stream()
                .filter(word -> word.startsWith(key + "=") || word.equals(key))
                .map(word -> word.equals(key) ? "rsa-pubkey" : word.substring(key.length() + 1))
                .findFirst();
    }

    boolean isBy(List<String> tags) {
        return sources.stream().anyMatch(tags::contains);
    }
}

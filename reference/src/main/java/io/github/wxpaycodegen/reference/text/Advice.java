package io.github.wxpaycodegen.reference.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Advice on an error. Specs have it in English; the sentences of the bundled ones are translated here, those of a user's own
 * specs remain as they are.
 *
 * @param text the advice; empty if there is none
 * @param tag the BCP 47 tag of the language that the text is in
 */
public record Advice(String text, String tag) {
    private static final Map<String, String> CHINESE = read("advice.zh.tsv");

    /** Returns advice of a spec in a language, as far as it is translated. */
    public static Advice of(String english, Language language) {
        String chinese = language == Language.CHINESE ? CHINESE.get(english) : null;
        return chinese == null
                ? new Advice(english, Language.ENGLISH.tag())
                : new Advice(chinese, Language.CHINESE.tag());
    }

    /** Returns the Chinese sentences by the English ones. */
    static Map<String, String> chinese() {
        return CHINESE;
    }

    private static Map<String, String> read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Advice.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(sentence -> sentence[0], sentence -> sentence[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

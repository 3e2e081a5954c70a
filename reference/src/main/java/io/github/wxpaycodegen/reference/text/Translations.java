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
import java.util.stream.Stream;

/** The Chinese of the English texts of the bundled specs: one text a line, the English one, a tab and the Chinese one. */
final class Translations {
    /** The advice on errors. */
    static final String ADVICE = "advice.zh.tsv";

    /** The descriptions, and the reasons why something should no longer be used. */
    static final String DESCRIPTIONS = "descriptions.zh.tsv";

    /** All Chinese texts by the English ones. */
    static final Map<String, String> CHINESE = Stream.of(ADVICE, DESCRIPTIONS)
            .flatMap(resource -> read(resource).entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Translations() {}

    /** Returns the Chinese texts of one file by the English ones. */
    static Map<String, String> read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Translations.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(text -> text[0], text -> text[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.wxpaycodegen.reference.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The syllables of Chinese characters, for queries in Latin letters. The table has the characters of the bundled titles, products
 * and everyday names, each in the lines of all its readings in them; without tones, and {@code v} for {@code ü}, as people type it.
 */
final class Pinyin {
    private static final String TABLE = "pinyin.txt";

    private Pinyin() {}

    /**
     * Returns the part of the table that texts need: {@code fen分份 tui退推}. A character that it does not have is found only as
     * itself.
     *
     * @param characters the code points of the texts
     */
    static String of(Set<Integer> characters) {
        try (InputStream stream = Objects.requireNonNull(Pinyin.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" ", 2))
                    .map(line -> line[0] + needed(line[1], characters))
                    .filter(entry -> entry.codePoints().anyMatch(Character::isIdeographic))
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String needed(String all, Set<Integer> characters) {
        return all.codePoints()
                .filter(characters::contains)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

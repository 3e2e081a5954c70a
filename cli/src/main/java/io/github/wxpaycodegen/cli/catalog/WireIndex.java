package io.github.wxpaycodegen.cli.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The wire form of each operation, and the names of its fields. Written by {@link WireIndexWriter} when the program
 * is built.
 */
final class WireIndex {
    private final Map<String, Line> lines = new HashMap<>();

    private WireIndex() {}

    /**
     * An operation.
     *
     * @param hosts the only host, if it is not the configured one
     * @param alternativeHosts further hosts that serve the operation
     * @param traits names of {@link WireTrait}
     * @param nested the elements of a v2 response that contain elements
     * @param requestFields the names of the fields, with dots between levels
     * @param responseFields likewise, of the response
     * @param encryptedFields likewise, those of the request that are encrypted
     */
    record Line(
            String method,
            String id,
            List<String> hosts,
            List<String> alternativeHosts,
            List<String> traits,
            List<String> nested,
            List<String> requestFields,
            List<String> responseFields,
            List<String> encryptedFields) {
        String format() {
            return String.join(
                            "\t",
                            method,
                            id,
                            String.join(" ", hosts),
                            String.join(" ", alternativeHosts),
                            String.join(" ", traits),
                            String.join(" ", nested),
                            String.join(" ", requestFields),
                            String.join(" ", responseFields),
                            String.join(" ", encryptedFields))
                    + "\n";
        }

        static Line parse(String text) {
            String[] parts = text.split("\t", -1);
            return new Line(
                    parts[0],
                    parts[1],
                    words(parts[2]),
                    words(parts[3]),
                    words(parts[4]),
                    words(parts[5]),
                    words(parts[6]),
                    words(parts[7]),
                    words(parts[8]));
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
        }

        boolean has(WireTrait trait) {
            return traits.contains(trait.name());
        }
    }

    /** Reads the bundled index. */
    static WireIndex read() {
        WireIndex index = new WireIndex();
        try (InputStream in = Objects.requireNonNull(WireIndex.class.getResourceAsStream("operations.tsv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().map(Line::parse).forEach(line -> index.lines.put(line.method() + " " + line.id(), line));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of fields cannot be read", e);
        }
        return index;
    }

    Optional<Line> find(String method, String id) {
        return Optional.ofNullable(lines.get(method + " " + id));
    }
}

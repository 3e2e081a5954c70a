package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import io.github.wxpaycodegen.importer.internal.yaml.FlowText;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import io.github.wxpaycodegen.importer.internal.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The facts of a source as they were when they were decided last: the base of the next comparison. It is committed
 * beside the specs, one file for each URI.
 */
public final class ImportRecord {
    private static final String HEADER =
            "# What the source had when it was compared last. Written by wxpay:import: do not edit.\n";

    private final Map<FactKey, String> facts;

    private ImportRecord(Map<FactKey, String> facts) {
        this.facts = facts;
    }

    /**
     * Reads the record of a directory, which need not exist.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file is not a record
     */
    public static ImportRecord read(Path directory) throws IOException {
        Map<FactKey, String> facts = new LinkedHashMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                List<Path> files =
                        paths.filter(path -> isRecord(directory, path)).sorted().toList();
                for (Path file : files) {
                    read(file, facts);
                }
            }
        }
        return new ImportRecord(facts);
    }

    /** The rules are a file of the directory itself; a URI has at least two segments. */
    private static boolean isRecord(Path directory, Path path) {
        return path.toString().endsWith(".yaml")
                && directory.relativize(path).getNameCount() > 1
                && Files.isRegularFile(path);
    }

    private static void read(Path file, Map<FactKey, String> facts) throws IOException {
        Findings findings = new Findings();
        Located root = YamlText.parse(file.toString(), Files.readAllBytes(file), findings)
                .filter(parsed -> findings.sorted().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("not a record of wxpay:import: " + findings.sorted()));
        String uri = root.text("uri")
                .orElseThrow(() -> new IllegalArgumentException("not a record of wxpay:import: " + file));
        root.entries()
                .forEach((method, operation) -> operation.value().entries().forEach((path, values) -> values.value()
                        .entries()
                        .forEach((attribute, value) -> facts.put(
                                new FactKey(uri, method, path.equals("-") ? "" : path, attribute),
                                value.value().text().orElse("")))));
    }

    /** Returns the facts, in the order in which they were imported. */
    public Map<FactKey, String> facts() {
        return facts;
    }

    /**
     * Writes the record into a directory. Files that do not change are not touched, and files without facts are
     * deleted.
     *
     * @throws IOException if a file cannot be written
     */
    static void write(Path directory, Map<FactKey, String> facts, Map<FactKey, String> before) throws IOException {
        Map<String, Map<FactKey, String>> byUri = new TreeMap<>();
        before.keySet().forEach(key -> byUri.computeIfAbsent(key.uri(), uri -> new LinkedHashMap<>()));
        facts.forEach((key, value) ->
                byUri.computeIfAbsent(key.uri(), uri -> new LinkedHashMap<>()).put(key, value));
        for (Map.Entry<String, Map<FactKey, String>> entry : byUri.entrySet()) {
            String uri = entry.getKey();
            Path file = directory.resolve((uri.endsWith("/") ? uri + "_slash" : uri) + ".yaml");
            if (entry.getValue().isEmpty()) {
                Files.deleteIfExists(file);
                continue;
            }
            String text = text(uri, entry.getValue());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        }
    }

    private static String text(String uri, Map<FactKey, String> facts) {
        Map<String, Map<String, Map<String, Object>>> byMethod = new TreeMap<>();
        facts.forEach((key, value) -> byMethod.computeIfAbsent(key.method(), method -> new LinkedHashMap<>())
                .computeIfAbsent(key.path().isEmpty() ? "-" : key.path(), path -> new LinkedHashMap<>())
                .put(key.attribute(), value));
        List<String> lines = new ArrayList<>();
        lines.add("uri: " + FlowText.of(uri));
        byMethod.forEach((method, paths) -> {
            lines.add(method + ":");
            paths.forEach((path, values) -> lines.add("  " + FlowText.of(path) + ": " + FlowText.of(values)));
        });
        return HEADER + String.join("\n", lines) + "\n";
    }
}

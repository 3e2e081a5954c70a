package io.github.wxpaycodegen.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each key of a field is in all places that describe or test the spec language. */
class FieldKeysTest {
    private static final Path SPECS = Path.of("../api-specs");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/specs");

    /** The keys whose value is a mapping of fields. */
    private static final Set<String> FIELD_MAPPINGS =
            Set.of("path", "query", "headers", "request", "response", "errorFields", "fields", "body", "resource");

    private static final Pattern CODE = Pattern.compile("`(\\w+)[^`]*`");

    @Test
    void schemaHasEachKey() {
        JsonNode schema = new JsonMapper()
                .readTree(SPECS.resolve("schema/wxpay-spec-1.schema.json").toFile());

        assertThat(schema.at("/$defs/field/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(FieldParser.KEYS);
    }

    @Test
    void manualHasEachKey() throws IOException {
        String manual = Files.readString(SPECS.resolve("README.md"));
        int start = manual.indexOf("\n## A field\n");
        Set<String> described = new TreeSet<>();
        manual.substring(start, manual.indexOf("\n##", start + 1))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(row -> addCode(row, described));

        assertThat(described).containsAll(FieldParser.KEYS);
    }

    @Test
    void goldenSpecsUseEachKey() throws IOException {
        Set<String> used = new TreeSet<>();
        for (SpecFile file : SpecFiles.ofDirectory(GOLDEN)) {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            collect(yaml.load(String.join("\n", file.lines())), used);
        }

        assertThat(used).containsAll(FieldParser.KEYS);
    }

    /** Adds the keys of all fields below a node. */
    private static void collect(Object node, Set<String> used) {
        if (node instanceof Iterable<?> elements) {
            elements.forEach(element -> collect(element, used));
        } else if (node instanceof Map<?, ?> mapping) {
            mapping.forEach((key, value) -> {
                if (FIELD_MAPPINGS.contains(String.valueOf(key)) && value instanceof Map<?, ?> fields) {
                    fields.values().forEach(field -> addKeys(field, used));
                }
                collect(value, used);
            });
        }
    }

    private static void addKeys(Object field, Set<String> used) {
        if (field instanceof Map<?, ?> attributes) {
            attributes.keySet().forEach(key -> used.add(String.valueOf(key)));
        }
    }

    /** Adds what the first cell of a row describes: {@code maxBytes} and {@code mediaTypes}. */
    private static void addCode(String row, Set<String> described) {
        Matcher code = CODE.matcher(row.substring(0, row.indexOf('|', 1)));
        while (code.find()) {
            described.add(code.group(1));
        }
    }
}

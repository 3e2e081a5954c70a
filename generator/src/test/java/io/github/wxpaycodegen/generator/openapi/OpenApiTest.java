package io.github.wxpaycodegen.generator.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.wxpaycodegen.generator.json.JsonText;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The export of the golden specs; {@code -Dgolden.record=true} records it anew. */
class OpenApiTest {
    private static final Path EXPECTED = Path.of("src/test/resources/openapi");
    private static final Path BUNDLED = Path.of("../api-specs");
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @EnumSource
    void isWhatWasRecorded(OpenApiVersion version) throws IOException {
        String yaml = OpenApi.export(specs(), version, "1").toYaml();
        Path expected = EXPECTED.resolve("golden-" + version.text() + ".yaml");
        if (Boolean.getBoolean("golden.record")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(expected, yaml);
        }

        assertThat(yaml).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @EnumSource
    void swaggerParserFindsNoErrorInGolden(OpenApiVersion version) throws IOException {
        assertThat(errors(OpenApi.export(specs(), version, "1"))).isEmpty();
    }

    @Test
    void swaggerParserFindsNoErrorInBundledSpecs() throws IOException {
        assertThat(errors(new OpenApiDocument(bundled(OpenApiVersion.V3_0)))).isEmpty();
    }

    /** OpenAPI 3.1 uses JSON Schema 2020-12, whose meta-schema judges each schema. */
    @Test
    void schemasOfBundledSpecsAreValid() throws IOException {
        Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        Map<String, Object> schemas = object(object(bundled(OpenApiVersion.V3_1), "components"), "schemas");

        assertThat(schemas).hasSizeGreaterThan(1000).allSatisfy((name, schema) -> assertThat(
                        metaSchema.validate(JsonText.of(schema), InputFormat.JSON))
                .as(name)
                .isEmpty());
        assertThat(metaSchema.validate("{\"type\": \"text\"}", InputFormat.JSON))
                .as("the judge rejects an unknown type")
                .isNotEmpty();
    }

    private static List<String> errors(OpenApiDocument document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser()
                .readContents(document.toJson(), null, options)
                .getMessages();
    }

    @Test
    void jsonAndYamlSayTheSame() throws IOException {
        OpenApiDocument document = OpenApi.export(specs(), OpenApiVersion.V3_1, "1");
        LoaderOptions options = new LoaderOptions();

        Object yaml = new Yaml(new SafeConstructor(options)).load(document.toYaml());

        JsonMapper mapper = JsonMapper.builder().build();
        assertThat(mapper.readTree(document.toJson())).isEqualTo(mapper.readTree(mapper.writeValueAsString(yaml)));
    }

    @ParameterizedTest
    @EnumSource
    void referencesOfBundledSpecsLeadToSchemas(OpenApiVersion version) throws IOException {
        Map<String, Object> root = bundled(version);
        Set<String> schemas = object(object(root, "components"), "schemas").keySet();

        Set<String> references = new HashSet<>();
        collect(root, references);

        assertThat(references).isNotEmpty();
        assertThat(schemas.stream().map(name -> "#/components/schemas/" + name).toList())
                .containsAll(references);
        assertThat(schemas).allSatisfy(name -> assertThat(name).matches("[a-zA-Z0-9._-]+"));
    }

    @Test
    void operationsOfBundledSpecsAreUnambiguous() throws IOException {
        Set<String> ids = new HashSet<>();
        Set<String> shapes = new HashSet<>();
        object(bundled(OpenApiVersion.V3_1), "paths").forEach((path, item) -> {
            assertThat(shapes.add(TEMPLATE.matcher(path).replaceAll("{}")))
                    .as(path)
                    .isTrue();
            for (Object operation : ((Map<?, ?>) item).values()) {
                Map<?, ?> described = (Map<?, ?>) operation;
                assertThat(ids.add((String) described.get("operationId")))
                        .as(path)
                        .isTrue();
                assertThat(pathParameters(described)).as(path).isEqualTo(templates(path));
            }
        });
    }

    @Test
    void guideListsEachExtension() throws IOException {
        Set<String> extensions = new TreeSet<>();
        for (OpenApiVersion version : OpenApiVersion.values()) {
            extensions(bundled(version), extensions);
            extensions(OpenApi.export(specs(), version, "1").root(), extensions);
        }
        String guide = Files.readString(Path.of("../docs/guide/openapi.md"));

        assertThat(extensions).hasSizeGreaterThan(30).allSatisfy(extension -> assertThat(guide)
                .contains("`" + extension + "`"));
    }

    private static void extensions(Object value, Set<String> extensions) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                if (key instanceof String name && name.startsWith("x-")) {
                    extensions.add(name);
                }
                extensions(member, extensions);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> extensions(each, extensions));
        }
    }

    private static Set<String> templates(String path) {
        Set<String> names = new HashSet<>();
        Matcher matcher = TEMPLATE.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> pathParameters(Map<?, ?> operation) {
        Set<String> names = new HashSet<>();
        List<?> parameters = operation.containsKey("parameters") ? (List<?>) operation.get("parameters") : List.of();
        for (Object parameter : parameters) {
            if (((Map<?, ?>) parameter).get("in").equals("path")) {
                names.add((String) ((Map<?, ?>) parameter).get("name"));
            }
        }
        return names;
    }

    private static void collect(Object value, Set<String> references) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(each -> collect(each, references));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, references));
        }
    }

    @SuppressWarnings("unchecked") // An object of JSON has texts as keys.
    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    private static Map<String, Object> bundled(OpenApiVersion version) throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(BUNDLED).stream()
                .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*"))
                .toList();
        Specs specs = SpecReader.read(files).specs().orElseThrow();
        return OpenApi.export(specs, version, "1").root();
    }

    private static Specs specs() throws IOException {
        return SpecReader.read(SpecFiles.ofDirectory(Path.of("src/test/resources/golden/specs")))
                .specs()
                .orElseThrow();
    }
}

package io.github.wxpaycodegen.importer.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents with flaws: each is reported with its place, and the rest is imported. */
class OpenApiReaderTest {
    private final Findings findings = new Findings();

    @TempDir
    private Path directory;

    @Test
    void misspelledTypesAndKeysAreReported() throws Exception {
        List<ApiField> fields = response("""
            a: {type: stringde, maxLength: 5}
            b: {type: uint64}
            c: {type: 早餐2份}
            d: {type: string, exmaple: x}
            e: {type: string, example: 2019-12-31}
            """);

        assertThat(fields.stream().map(field -> field.attributes().get("type")))
                .containsExactly("string", "integer", "string", "string", "string");
        assertThat(fields.get(0).attributes()).containsEntry("maxLength", 5L);
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:11:25: unknown type `stringde`: imported as string",
                        "api.yaml:12:25: unknown type `uint64`: imported as integer",
                        "api.yaml:13:25: unknown type `早餐2份`: imported as string",
                        "api.yaml:14:33: unknown key `exmaple` was ignored; did you mean `example`?",
                        "api.yaml:15:42: `2019-12-31` is a date in YAML and must be quoted: imported as text");
    }

    @Test
    void schemaThatContainsItselfEnds() throws Exception {
        write("api.yaml", """
            swagger: '2.0'
            paths:
              /v3/a/b:
                get:
                  summary: A
                  responses:
                    200: {schema: {$ref: '#/definitions/Tree'}}
            definitions:
              Tree: {type: object, properties: {child: {$ref: '#/definitions/Tree'}}}
            """);

        assertThat(read()).hasSize(1);
        assertThat(findings.sorted())
                .anySatisfy(each -> assertThat(each.message()).contains("contains itself"));
    }

    @Test
    void referencesOutsideOfTheDirectoryAreNotRead() throws Exception {
        Files.writeString(directory.resolve("secret.yaml"), "get: {summary: S}\n");
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Files.writeString(inner.resolve("api.yaml"), "swagger: '2.0'\npaths:\n  /v3/a/b: {$ref: ../secret.yaml}\n");

        assertThat(OpenApiReader.read(inner.resolve("api.yaml"), findings)).isEmpty();
        assertThat(findings.sorted().get(0)).hasToString("api.yaml:3:19: `../secret.yaml` refers to nothing");
    }

    @Test
    void prefixesStandForHosts() throws Exception {
        write("api.yaml", """
            swagger: '2.0'
            paths:
              /hk/v3/refunds: {get: {summary: A, responses: {204: {}}}}
              /global/v3/customs/orders: {get: {summary: B, responses: {204: {}}}}
              /pay/micropay: {post: {summary: C}}
              /sandboxnew/pay/micropay: {post: {summary: C}}
              /sandboxnew/pay/getsignkey: {post: {summary: D}}
            """);

        List<ApiOperation> operations = read();

        assertThat(operations.stream().map(ApiOperation::uri))
                .containsExactly("v3/refunds", "v3/customs/orders", "v2/pay/micropay", "v2/pay/getsignkey");
        assertThat(operations.get(0).attributes())
                .containsEntry("hosts", List.of(Map.of("url", "https://api.mch.weixin.qq.com/hk")));
        assertThat(operations.get(1).attributes())
                .containsEntry("hosts", List.of(Map.of("url", "https://apihk.mch.weixin.qq.com/global")));
        assertThat(operations.get(2).attributes()).doesNotContainKey("hosts");
        assertThat(findings.sorted().stream().map(Object::toString))
                .contains("api.yaml:6:3: `/sandboxnew/pay/micropay` is v2/pay/micropay on another host: not imported");
    }

    @Test
    void textWithDocumentHasItsFields() throws Exception {
        List<ApiField> fields = response("""
            detail:
              {type: string, format: jsonObjectLike, description: 详情, x-json: {type: object, properties: {a: {type: string}}}}
            """);

        assertThat(fields.get(0).attributes()).containsEntry("encoded", "json").containsEntry("title", "详情");
        assertThat(fields.get(0).fields()).hasSize(1);
    }

    @Test
    void anchorThatContainsItselfIsNotRead() throws Exception {
        write("api.yaml", "swagger: '2.0'\npaths: &a\n  /v3/a/b: *a\n");

        assertThat(read()).isEmpty();
        assertThat(findings.sorted().get(0).message()).isEqualTo("the value of an anchor contains itself");
    }

    @Test
    void patternsMatchTheWholeText() throws Exception {
        List<ApiField> fields = response("""
            a: {type: string, pattern: '^[0-9]+$'}
            b: {type: string, pattern: 'x|y'}
            c: {type: string, pattern: '/^[0-9]{8}$/'}
            """);

        assertThat(fields.stream().map(field -> field.attributes().get("pattern")))
                .containsExactly("[0-9]+", ".*(x|y).*", "[0-9]{8}");
    }

    private List<ApiField> response(String properties) throws Exception {
        write("api.yaml", """
            swagger: '2.0'
            paths:
              /v3/a/b:
                get:
                  summary: A
                  responses:
                    200:
                      schema:
                        type: object
                        properties:
            """ + properties.indent(14));
        return read().get(0).fields(Section.RESPONSE);
    }

    private void write(String path, String text) throws Exception {
        Files.writeString(directory.resolve(path), text);
    }

    private List<ApiOperation> read() {
        return OpenApiReader.read(directory.resolve("api.yaml"), findings);
    }
}

package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader agree on structure. */
class SchemaTest {
    private static final Path SPECS = Path.of("../api-specs");
    private static final Schema SCHEMA = schema();

    @Test
    void bundledSpecsAreValidInBoth() throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(SPECS).stream()
                .filter(file -> Root.of(file.path()).isPresent() || file.path().startsWith("notifications/"))
                .toList();

        assertThat(files).hasSizeGreaterThan(9);
        assertThat(SpecReader.read(files).diagnostics()).isEmpty();
        assertThat(files).allSatisfy(file -> assertThat(accepts(String.join("\n", file.lines())))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string}",
                "{type: integer, required: true, title: t, description: d, deprecated: d}",
                "{type: date-time}",
                "{type: number, list: true}",
                "{const: \"1.0\"}",
                "{type: integer, const: 1}",
                "{enum: [A, {value: B, java: BB, title: b}]}",
                "{enum: [1, 2]}",
                "{enum: [{value: 1, title: 正}, {title: 负, value: -1}, 2]}",
                "{type: integer, enum: [1, 2]}",
                "{type: boolean, spelling: [\"Y\", \"N\"]}",
                "{type: string, fill: appid, maxLength: 3, sensitive: true, emoji: true}",
                "{type: string, minLength: 6, maxLength: 32, pattern: \"[0-9a-z]+\", example: \"1217752501\"}",
                "{type: string, list: true, maxLength: 3, maxItems: 5, example: abc}",
                "{type: integer, minimum: 1, maximum: 100, unit: fen, example: 100}",
                "{type: number, minimum: 0.01, unit: yuan, example: 1.50}",
                "{type: string, format: compact-date-time, unit: second, example: \"20260131123000\"}",
                "{type: integer, format: unix-seconds, example: 1767225600}",
                "{type: boolean, example: true}",
                "{type: date-time, example: \"2026-01-31T12:30:00+08:00\"}",
                "{enum: [{value: A, title: 首次}], example: A}",
                "{indexed: true, maxItems: 3, fields: {a_$n: {type: string}}}",
                "{type: string, encrypted: rsa-pubkey}",
                "{type: string, list: true, encrypted: rsa-pubkey}",
                "{encrypted: aes-gcm, fields: {a: {type: string}}}",
                "{type: string, signed: rsa-privatekey}",
                "{type: string, digest: sha256}",
                "{type: string, suppress: {WX611: no source gives a length, WX614: nor a title}}",
                "{encoded: json, fields: {a: {type: string}}, typeName: Doc, java: doc}",
                "{type: string, list: true, encoded: json}",
                "{indexed: true, fields: {a_$n: {type: string}}}",
                "{fields: {a: {type: string}, b: {type: string}}, exactlyOneOf: [[a, b]], atLeastOneOf: [[a, b]]}",
            })
    void bothAccept(String field) {
        assertThat(accepts(spec(field))).isTrue();
        assertThat(SpecReader.read(List.of(file("v2/pay/a.yaml", spec(field)))).diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "string",
                "[string]",
                "{type: strnig}",
                "{type: [string]}",
                "{type: string, nix: 1}",
                "{type: string, required: 1}",
                "{type: string, title: 1}",
                "{enum: []}",
                "{enum: A}",
                "{enum: [{title: a}]}",
                "{enum: [{value: A, nix: a}]}",
                "{enum: [[A]]}",
                "{type: string, fill: nix}",
                "{type: string, maxLength: 0}",
                "{type: string, maxLength: a}",
                "{type: string, minLength: 0}",
                "{type: string, minLength: 1.5}",
                "{type: integer, minimum: one}",
                "{type: integer, maximum: \"1\"}",
                "{type: string, list: true, maxItems: 0}",
                "{type: string, pattern: 1}",
                "{type: string, format: rfc3339}",
                "{type: integer, unit: cents}",
                "{type: string, example: [a]}",
                "{type: boolean, spelling: [\"Y\"]}",
                "{type: boolean, spelling: [\"Y\", \"Y\"]}",
                "{type: string, list: true, encoded: xml}",
                "{type: string, encrypted: rot13}",
                "{type: string, signed: nix}",
                "{type: string, digest: crc}",
                "{type: string, suppress: [WX611]}",
                "{type: string, suppress: {WX611: \" \"}}",
                "{type: string, suppress: {WX611: 1}}",
                "{type: string, suppress: {WX101: why}}",
                "{type: string, suppress: {WX620: why}}",
                "{type: file, maxBytes: 0}",
                "{type: file, maxBytes: 2M}",
                "{type: file, mediaTypes: [jpg]}",
                "{type: file, mediaTypes: [\"image/*\"]}",
                "{fields: [a]}",
                "{fields: {a: {nix: 1}}}",
                "{fields: {a: {type: string}}, exactlyOneOf: [a]}",
            })
    void bothReject(String field) {
        assertThat(accepts(spec(field))).isFalse();
        assertThat(SpecReader.read(List.of(file("v2/pay/a.yaml", spec(field)))).diagnostics())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uri: v2/pay/a",
                "post: {title: A}",
                "uri: v2/pay/a\npost: {}",
                "uri: v2/pay/a\npost: {title: A}\nput: 1",
                "uri: v2/pay/a\npost: {title: A, nix: 1}",
                "uri: v2/pay/a\npost: {title: A, body: soap}",
                "uri: v2/pay/a\nget: {title: A, request: {}}",
                "uri: v2/pay/a\npost: {title: A, request: {a.b: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, request: {a: {fields: {b.c: {type: string}}}}}",
                "uri: v2/pay/a\nget: {title: A, body: json}",
                "uri: v2/pay/a\npost: {title: A, docs: {a: b}}",
                "uri: v2/pay/a\npost: {title: A, docs: nowhere}",
                "uri: v2/pay/a\npost: {title: A, docs: \"https://a b\"}",
                "uri: v2/pay/a\npost: {title: A, docs: \"https://a<b>\"}",
                "uri: v2/pay/a\npost: {title: A, docs: [{url: 'https://a\"b'}]}",
                "uri: v2/pay/a\npost: {title: A, docs: \"https://a\\x07b\"}",
                "uri: v2/pay/a\npost: {title: A, docs: \"https://a\\x85b\"}",
                "uri: v2/pay/a\npost: {title: A, docs: [{role: 服务商}]}",
                "uri: v2/pay/a\npost: {title: A, docs: [{url: \"https://a\", role: 商户}]}",
                "uri: v2/pay/a\npost: {title: A, product: \" a\"}",
                "uri: v2/pay/a\npost: {title: A, roles: 服务商}",
                "uri: v2/pay/a\npost: {title: A, roles: [商户]}",
                "uri: v2/pay/a\npost: {title: A, updated: \"2025\"}",
                "uri: v2/pay/a\npost: {title: A, replacedBy: [v2/pay/a]}",
                "uri: v2/pay/a\npost: {title: A, rateLimit: 15}",
                "uri: v2/pay/a\npost: {title: A, rateLimit: 15/month}",
                "uri: v2/pay/a\npost: {title: A, notifies: A}",
                "uri: v2/pay/a\npost: {title: A, errors: [A]}",
                "uri: v2/pay/a\npost: {title: A, errors: [{title: a}]}",
                "uri: v2/pay/a\npost: {title: A, errors: [{code: A, status: 200}]}",
                "uri: v2/pay/a\npost: {title: A, errors: [{code: A, uncertain: maybe}]}",
                "uri: v2/pay/a\npost: {title: A, security: 1}",
                "uri: v2/pay/a\npost: {title: A, hosts: [{url: \"http://a\"}]}",
                "uri: v2/pay/a\npost: {title: A, hosts: [{alternative: true}]}",
                "uri: v2/pay/a\npost: {title: A, responseKind: stream, response: {}}",
                "uri: v2/pay/a\npost: {title: A, fragment: a}",
                "uri: v2/pay/a\npost: {title: A, responseKind: stream, file: receit}",
                "uri: v2/pay/a\npost: {title: A, uncertain: A}",
                "uri: v2/pay/a\npost: {title: A, echoes: a, request: {a: {type: string}}, response: {a: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, request: order}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: offset, at: offset}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: line, at: offset, items: data}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: page, at: offset, items: data}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: page, at: offset, first: 2, items: data}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: offset, at: offset, items: data, next: next}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: token, at: token, items: data}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: {by: token, at: token, items: data, next: next, total: total}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, readOnly: true, pages: [offset], request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}",
                "uri: v2/pay/a\npost: {title: A, response: [Order]}",
                "- a",
            })
    void bothRejectFile(String text) {
        assertThat(accepts(text)).isFalse();
        assertThat(SpecReader.read(List.of(file("v2/pay/a.yaml", text))).diagnostics())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v3/a/_types.yaml | title: 商家转账",
                "v3/a/_types.yaml | {title: 商家转账, types: {State: {enum: [A]}}}",
                "v3/a.yaml | {uri: v3/a, post: {title: A, echoes: [a], request: {a: {type: string}}, response: {a: {type: string}}}}",
                "v3/a.yaml | {uri: v3/a, post: {title: A, readOnly: true, pages: {by: offset, at: offset, items: data, total: total}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}}",
                "v3/a.yaml | {uri: v3/a, post: {title: A, readOnly: true, pages: {by: page, at: offset, first: 1, size: offset, items: data}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}}",
                "v3/a.yaml | {uri: v3/a, post: {title: A, readOnly: true, pages: {by: token, at: token, items: data, next: next}, request: {offset: {type: integer}, token: {type: string}}, response: {data: {type: string, list: true}, total: {type: integer}, next: {type: string}}}}",
                "v3/_errors.yaml | {errors: [{code: A, status: 500, title: a, advice: b, uncertain: true}]}",
                "v3/_errors.yaml | {errors: [], requestIdErrors: [{number: \"268435457\", product: 基础支付 / 合单支付, title: a, advice: b}]}",
                "v3/a.yaml | {uri: v3/a, post: {title: A, docs: [\"https://a\", {url: \"https://b\", role: 服务商}], product: a, roles: [银行], updated: \"2025-02-19\", replacedBy: v3/a, rateLimit: 15/s, notifies: [], errors: []}}",
                "notifications/v3/A.yaml | {notification: {id: A, protocol: v3, title: A, eventTypes: [A], product: a, roles: [品牌], updated: \"2025-02-19\", docs: [{url: \"https://b\"}], resource: {}}}",
            })
    void bothAcceptFile(String path, String text) {
        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
        assertThat(SpecReader.read(List.of(file(path, text))).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v3/a/_types.yaml | {}",
                "v3/a/_types.yaml | title: [a]",
                "v3/_errors.yaml | {}",
                "v3/_errors.yaml | {errors: {}}",
                "v3/_errors.yaml | {errors: [], requestIdErrors: [{number: 1, title: a}]}",
                "v3/_errors.yaml | {errors: [], requestIdErrors: [{number: \"1a\", title: a}]}",
                "v3/_errors.yaml | {errors: [], requestIdErrors: [{number: \"1\"}]}",
            })
    void bothRejectFolderFile(String path, String text) {
        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isNotEmpty();
        assertThat(SpecReader.read(List.of(file(path, text))).diagnostics()).isNotEmpty();
    }

    @Test
    void offersEachSuppressibleCode() throws IOException {
        JsonNode schema = new JsonMapper()
                .readTree(SPECS.resolve("schema/wxpay-spec-1.schema.json").toFile());
        List<String> offered = new ArrayList<>();
        schema.at("/$defs/suppress/propertyNames/enum").forEach(code -> offered.add(code.asString()));

        assertThat(offered)
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .filter(Code::isSuppressible)
                        .map(Code::id)
                        .toList());
    }

    /** Editors of other projects name this address, so it never changes. */
    @Test
    void isAtTheAddressThatTheManualNames() throws IOException {
        String address = "https://raw.githubusercontent.com/wxpaycodegen/wxpay-codegen/main/api-specs/schema/"
                + "wxpay-spec-1.schema.json";
        JsonNode schema = new JsonMapper()
                .readTree(SPECS.resolve("schema/wxpay-spec-1.schema.json").toFile());

        assertThat(schema.get("$id").asString()).isEqualTo(address);
        assertThat(Files.readString(SPECS.resolve("README.md")))
                .contains("The latest schema is always at\n`" + address + "`.");
    }

    @Test
    void manualExplainsEachCode() throws IOException {
        String manual = Files.readString(SPECS.resolve("README.md"));

        assertThat(Code.values()).allSatisfy(code -> assertThat(manual).contains("\n| `" + code.id() + "` | "));
    }

    @Test
    void describesEachKeyForEditors() throws IOException {
        JsonNode schema = new JsonMapper()
                .readTree(SPECS.resolve("schema/wxpay-spec-1.schema.json").toFile());
        List<String> silent = new ArrayList<>();
        keys(schema, "", silent);

        assertThat(silent).isEmpty();
    }

    private static void keys(JsonNode node, String path, List<String> silent) {
        node.properties().forEach(entry -> {
            String at = path + "/" + entry.getKey();
            boolean isKey = path.endsWith("/properties") && entry.getValue().isObject();
            boolean isCondition = path.contains("/then/")
                    || path.contains("/if/")
                    || path.contains("/properties/notification/oneOf/");
            if (isKey
                    && !isCondition
                    && entry.getValue().path("description").asString("").isBlank()) {
                silent.add(at);
            }
            keys(entry.getValue(), at, silent);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            keys(node.get(i), path + "/" + i, silent);
        }
    }

    private static String spec(String field) {
        return "uri: v2/pay/a\npost:\n  title: A\n  request:\n    a: " + field + "\n";
    }

    private static boolean accepts(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
    }

    private static Schema schema() {
        try {
            String text = Files.readString(SPECS.resolve("schema/wxpay-spec-1.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader agree on structure. */
class SchemaTest {
    private static final Path SPECS = Path.of("../api-specs");
    private static final Schema SCHEMA = schema();

    @Test
    void theBundledSpecsPleaseBoth() throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(SPECS).stream()
                .filter(file -> file.path().startsWith("v") || file.path().startsWith("notifications/"))
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
                "{type: integer, enum: [1, 2]}",
                "{type: boolean, spelling: [\"Y\", \"N\"]}",
                "{type: string, fill: appid, maxLength: 3, sensitive: true, emoji: true}",
                "{type: string, encrypted: rsa-pubkey}",
                "{type: string, list: true, encrypted: rsa-pubkey}",
                "{encrypted: aes-gcm, fields: {a: {type: string}}}",
                "{type: string, signed: rsa-privatekey}",
                "{type: string, digest: sha256}",
                "{encoded: json, fields: {a: {type: string}}, typeName: Doc, java: doc}",
                "{type: string, list: true, encoded: json}",
                "{indexed: true, fields: {a_$n: {type: string}}}",
                "{fields: {a: {type: string}, b: {type: string}}, exactlyOneOf: [[a, b]], atLeastOneOf: [[a, b]]}",
            })
    void bothTake(String field) {
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
                "{type: boolean, spelling: [\"Y\"]}",
                "{type: boolean, spelling: [\"Y\", \"Y\"]}",
                "{type: string, list: true, encoded: xml}",
                "{type: string, encrypted: rot13}",
                "{type: string, signed: nix}",
                "{type: string, digest: crc}",
                "{type: file, maxBytes: 0}",
                "{type: file, maxBytes: 2M}",
                "{type: file, mediaTypes: [jpg]}",
                "{type: file, mediaTypes: [\"image/*\"]}",
                "{fields: [a]}",
                "{fields: {a: {nix: 1}}}",
                "{fields: {a: {type: string}}, exactlyOneOf: [a]}",
            })
    void bothRefuse(String field) {
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
                "uri: v2/pay/a\npost: {title: A, docs: {a: b}}",
                "uri: v2/pay/a\npost: {title: A, security: 1}",
                "uri: v2/pay/a\npost: {title: A, hosts: [{url: \"http://a\"}]}",
                "uri: v2/pay/a\npost: {title: A, hosts: [{alternative: true}]}",
                "uri: v2/pay/a\npost: {title: A, responseKind: stream, response: {}}",
                "uri: v2/pay/a\npost: {title: A, fragment: a}",
                "uri: v2/pay/a\npost: {title: A, uncertain: A}",
                "uri: v2/pay/a\npost: {title: A, request: order}",
                "uri: v2/pay/a\npost: {title: A, response: [Order]}",
                "- a",
            })
    void bothRefuseTheFile(String text) {
        assertThat(accepts(text)).isFalse();
        assertThat(SpecReader.read(List.of(file("v2/pay/a.yaml", text))).diagnostics())
                .isNotEmpty();
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

package io.github.wxpaycodegen.importer.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import java.math.BigDecimal;
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
        assertThat(findings.sorted().get(0).message()).isEqualTo("the value of the anchor `a` contains itself");
    }

    @Test
    void patternsMatchTheWholeText() throws Exception {
        List<ApiField> fields = response("""
            a: {type: string, pattern: '^[0-9]+$'}
            b: {type: string, pattern: 'x|y'}
            c: {type: string, pattern: '/^[0-9]{8}$/'}
            d: {type: string, pattern: '^a|b$'}
            e: {type: string, pattern: '^(a|b)$'}
            f: {type: string, pattern: '^[|]\\|$'}
            """);

        assertThat(fields.stream().map(field -> field.attributes().get("pattern")))
                .containsExactly("[0-9]+", ".*(x|y).*", "[0-9]{8}", ".*(^a|b$).*", "((a|b))", "([|]\\|)");
    }

    @Test
    void parametersOfAnOperationReplaceThoseOfItsPath() throws Exception {
        write("api.yaml", """
            openapi: 3.0.3
            paths:
              /v3/a/b:
                parameters:
                  - {in: query, name: limit, schema: {type: integer, maximum: 10}}
                  - {in: query, name: offset, schema: {type: integer}}
                get:
                  summary: A
                  parameters:
                    - {in: query, name: limit, required: true, schema: {type: integer, maximum: 20}}
                    - {in: query, name: limit, schema: {type: string}}
                    - {in: query, schema: {type: string}}
                    - {in: query, name: filter, content: {application/json: {schema: {type: object}}}}
                  responses: {204: {}}
            """);

        List<ApiField> query = read().get(0).fields(Section.QUERY);

        assertThat(query.stream().map(ApiField::name)).containsExactly("limit", "offset", "filter");
        assertThat(query.get(0).attributes())
                .containsEntry("required", true)
                .containsEntry("maximum", new BigDecimal(20));
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:11:11: the parameter `limit` in `query` occurs twice: only the first was imported",
                        "api.yaml:12:11: a parameter without `name` was ignored",
                        "api.yaml:13:11: `content` of the parameter `filter`: imported as a string");
    }

    @Test
    void bodiesThatAreNotImportedAreReported() throws Exception {
        write("api.yaml", """
            openapi: 3.0.3
            paths:
              /v3/a/b:
                post:
                  summary: A
                  requestBody:
                    content:
                      text/csv: {schema: {type: string}}
                      application/json: {schema: {type: object, properties: {a: {type: string}}}}
                  responses:
                    200:
                      content:
                        application/json: {schema: {type: object, properties: {b: {type: string}}}}
                        text/csv: {schema: {type: string}}
                    202: {description: later}
              /v3/a/c:
                post:
                  summary: A
                  requestBody:
                    content:
                      application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}
                  respones: {204: {}}
                  responses: {204: {}}
            """);

        List<ApiOperation> operations = read();

        assertThat(operations.get(0).fields(Section.REQUEST)).hasSize(1);
        assertThat(operations.get(0).fields(Section.RESPONSE)).hasSize(1);
        assertThat(operations.get(1).fields(Section.REQUEST)).hasSize(1);
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:8:11: the body as `text/csv` was not imported: only that as `application/json`",
                        "api.yaml:14:13: the response as `text/csv` was not imported: only that as `application/json`",
                        "api.yaml:15:9: the response of the status 202 was not imported",
                        "api.yaml:21:11: a body as `application/x-www-form-urlencoded`:"
                                + " imported as the usual body of the protocol",
                        "api.yaml:22:7: unknown key `respones` was ignored; did you mean `responses`?");
    }

    @Test
    void repeatedKeysAreReported() throws Exception {
        List<ApiField> fields = response("""
            a: {type: string, maxLength: 5}
            b: {type: integer}
            a: {type: integer}
            """);

        assertThat(fields.stream().map(ApiField::name)).containsExactly("a", "b");
        assertThat(fields.get(0).attributes()).containsEntry("type", "string");
        assertThat(findings.sorted())
                .singleElement()
                .hasToString("api.yaml:13:15: the key `a` occurs twice: only that of line 11 was imported");
    }

    @Test
    void valuesTellTheTypeOfASchemaWithoutOne() throws Exception {
        List<ApiField> fields = response("""
            a: {enum: [1, 2]}
            b: {enum: ["1", "2"]}
            c: {enum: [1, A]}
            d: {const: PAID}
            e: {type: integer, const: 7}
            f: {enum: [true, false]}
            """);

        assertThat(fields.stream().map(ApiField::attributes).map(each -> each.getOrDefault("enum", each.get("type"))))
                .containsExactly(
                        List.of(1L, 2L), List.of("1", "2"), List.of("1", "A"), List.of("PAID"), List.of(7L), "boolean");
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void statusOfSuccessTellsWhatAResponseWithoutSchemaIs() throws Exception {
        write("api.yaml", """
            openapi: 3.1.0
            paths:
              /v3/a/gone: {post: {summary: A, responses: {204: {}}}}
              /v3/a/taken: {post: {summary: B, responses: {202: {description: Accepted}, default: {}}}}
              /v3/a/either: {post: {summary: C, responses: {202: {}, 204: {}}}}
            """);

        assertThat(read().stream().map(each -> each.attributes().get("responseKind")))
                .containsExactly("empty", "accepted", "empty");
    }

    @Test
    void exclusiveLimitsOfIntegersAreExact() throws Exception {
        List<ApiField> fields = response("""
            a: {type: integer, minimum: 0, exclusiveMinimum: true}
            b: {type: integer, exclusiveMinimum: 0, exclusiveMaximum: 10}
            c: {type: number, minimum: 0, exclusiveMinimum: true}
            d: {type: integer, minimum: 1, exclusiveMinimum: false}
            """);

        assertThat(fields.stream().map(field -> field.attributes().get("minimum")))
                .containsExactly(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(fields.get(1).attributes()).containsEntry("maximum", new BigDecimal(9));
        assertThat(findings.sorted())
                .singleElement()
                .hasToString("api.yaml:13:63: `exclusiveMinimum`: imported as `minimum`, which the limit itself fits");
    }

    @Test
    void limitsThatSpecsCannotSayAreReported() throws Exception {
        response("""
            a: {type: array, minItems: 1, uniqueItems: true, items: {type: string, maxLength: 0}}
            b: {type: integer, multipleOf: 100}
            c: {type: object, additionalProperties: {type: string}, properties: {d: {type: string}}}
            """);

        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:11:32: `minItems` was not imported: the spec language has nothing for it",
                        "api.yaml:11:45: `uniqueItems` was not imported: the spec language has nothing for it",
                        "api.yaml:11:97: `maxLength` is 0, which no value fits: ignored",
                        "api.yaml:12:34: `multipleOf` was not imported: the spec language has nothing for it",
                        "api.yaml:13:33: `additionalProperties` was not imported: the spec language has nothing for"
                                + " it");
    }

    @Test
    void basePathIsPartOfEachUri() throws Exception {
        write("api.yaml", """
            swagger: '2.0'
            host: example.com
            basePath: /v3/
            paths:
              /a/b: {get: {summary: A, responses: {204: {}}}}
            """);
        write("new.yaml", """
            openapi: 3.1.0
            servers: [{url: 'https://api.mch.weixin.qq.com/v3'}]
            paths:
              /a/b: {get: {summary: A, responses: {204: {}}}}
            """);

        assertThat(read().get(0).uri()).isEqualTo("v3/a/b");
        assertThat(OpenApiReader.read(directory.resolve("new.yaml"), findings)
                        .get(0)
                        .uri())
                .isEqualTo("v3/a/b");
        assertThat(findings.sorted())
                .singleElement()
                .hasToString("api.yaml:2:7: the host `example.com` was not imported:"
                        + " add it under `hosts` of the specs if it is not the usual one");
    }

    @Test
    void webhooksAreNotifications() throws Exception {
        write("api.yaml", """
            openapi: 3.1.0
            webhooks:
              paid:
                post:
                  summary: 支付通知
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            id: {type: string}
                            event_type: {type: string, enum: [SHOP.PAID, SHOP.REFUNDED]}
                            resource:
                              type: object
                              properties:
                                ciphertext: {type: string}
                                order_no: {type: string, maxLength: 32}
              old:
                post: {requestBody: {content: {text/xml: {schema: {type: object, properties: {a: {type: string}}}}}}}
            paths:
              /v3/shop/orders:
                post:
                  summary: 下单
                  responses: {204: {}}
                  callbacks:
                    closed:
                      '{$request.body#/notify_url}':
                        post:
                          requestBody:
                            content:
                              application/json:
                                schema: {type: object, properties: {event_type: {type: string}, resource: {type: object}}}
            """);

        List<ApiOperation> operations = read();

        assertThat(operations.stream().map(ApiOperation::uri))
                .containsExactly("v3/shop/orders", "notifications/v3/SHOP.PAID");
        assertThat(operations.get(1).attributes())
                .containsEntry("id", "SHOP.PAID")
                .containsEntry("eventTypes", List.of("SHOP.PAID", "SHOP.REFUNDED"))
                .containsEntry("title", "支付通知");
        assertThat(operations.get(1).fields(Section.RESOURCE).stream().map(ApiField::name))
                .containsExactly("order_no");
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:19:3: the notification `old` was not imported:"
                                + " without a `resource`, it does not say how to recognize it",
                        "api.yaml:28:11: the notification `closed` was not imported:"
                                + " `event_type` has no values to recognize it by");
    }

    @Test
    void flawsOfFilesThatPathsReferToAreReported() throws Exception {
        write("api.yaml", """
            openapi: 3.0.3
            paths:
              /v3/a/b: {$ref: b.yaml}
              /v3/a/c: {$ref: c.yaml}
            """);
        write("b.yaml", "get:\n  summary: A\n  summary: B\n  responses: {204: {}}\n");
        write("c.yaml", "get: {summary: A\n");

        assertThat(read().stream().map(ApiOperation::uri)).containsExactly("v3/a/b");
        assertThat(findings.sorted().stream().map(Object::toString))
                .anyMatch(each -> each.startsWith("c.yaml:") && each.contains("not YAML"))
                .contains(
                        "api.yaml:4:19: `c.yaml` refers to nothing",
                        "b.yaml:3:3: the key `summary` occurs twice: only that of line 2 was imported");
    }

    @Test
    void defaultResponseIsThatOfSuccessOnlyIfItIsTheOnlyOne() throws Exception {
        write("api.yaml", """
            openapi: 3.0.3
            paths:
              /v3/a/b:
                get:
                  summary: A
                  responses:
                    default: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
              /v3/a/c:
                get:
                  summary: B
                  responses:
                    206: {description: part}
                    default: {content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}
              /v3/a/d:
                get:
                  summary: C
                  responses:
                    400: {description: wrong}
                    default: {content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}
            """);

        assertThat(read().stream().map(each -> each.fields(Section.RESPONSE).size()))
                .containsExactly(1, 0, 0);
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:7:9: the `default` response was imported as the response",
                        "api.yaml:10:7: the response has no schema: imported as empty",
                        "api.yaml:13:9: the `default` response was not imported:"
                                + " beside other statuses, it is that of errors",
                        "api.yaml:16:7: the response has no schema: imported as empty",
                        "api.yaml:19:9: the `default` response was not imported:"
                                + " beside other statuses, it is that of errors");
    }

    @Test
    void ignoredServersAreReported() throws Exception {
        write("api.yaml", """
            openapi: 3.1.0
            servers:
              - {url: 'https://api.mch.weixin.qq.com/v3'}
              - {url: 'https://api2.mch.weixin.qq.com/v3'}
            paths:
              /a/b:
                servers: [{url: 'https://example.com'}]
                get: {summary: A, responses: {204: {}}}
            """);

        assertThat(read().get(0).uri()).isEqualTo("v3/a/b");
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:4:5: only the first server was imported:"
                                + " add this one under `hosts` of the specs that need it",
                        "api.yaml:7:5: the `servers` of a path were not imported:"
                                + " add them under `hosts` of its spec");
    }

    @Test
    void messagesHaveTheMediaTypeOfTheirProtocol() throws Exception {
        write("api.yaml", """
            openapi: 3.1.0
            components:
              responses:
                Reply: {content: {text/xml: {schema: {type: object, properties: {return_code: {type: string}}}}}}
            paths:
              /v3/a/b:
                get:
                  summary: A
                  responses:
                    200:
                      content:
                        text/plain: {schema: {type: string}}
                        application/json: {schema: {type: object, properties: {b: {type: string}}}}
            webhooks:
              paid:
                post:
                  summary: A
                  requestBody:
                    content:
                      text/plain: {schema: {type: string}}
                      application/json:
                        schema:
                          type: object
                          properties:
                            event_type: {const: SHOP.PAID}
                            resource: {type: object, properties: {order_no: {type: string}}}
              old:
                post:
                  summary: B
                  x-wxpay-notification: OLD
                  x-wxpay-protocol: v2
                  requestBody: {content: {text/xml: {schema: {type: object, properties: {a: {type: string}}}}}}
                  responses: {200: {$ref: '#/components/responses/Reply'}}
            """);

        List<ApiOperation> operations = read();

        assertThat(operations.get(0).fields(Section.RESPONSE).stream().map(ApiField::name))
                .containsExactly("b");
        assertThat(operations.get(1).fields(Section.RESOURCE).stream().map(ApiField::name))
                .containsExactly("order_no");
        assertThat(operations.get(2).fields(Section.REPLY).stream().map(ApiField::name))
                .containsExactly("return_code");
        assertThat(findings.sorted().stream().map(Object::toString))
                .containsExactly(
                        "api.yaml:12:13: the response as `text/plain` was not imported:"
                                + " only that as `application/json`",
                        "api.yaml:20:11: the notification as `text/plain` was not imported:"
                                + " only that as `application/json`");
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

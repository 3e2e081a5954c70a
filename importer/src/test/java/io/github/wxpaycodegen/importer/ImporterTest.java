package io.github.wxpaycodegen.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source becomes specs, and is merged into them later. */
class ImporterTest {
    private static final String ORDERS = "specs/v3/shop/orders.yaml";

    private Sources project;

    @BeforeEach
    void create(@TempDir Path directory) throws Exception {
        project = new Sources(directory).shop();
    }

    @Test
    void writesNothingUnlessAskedTo() throws Exception {
        ImportResult result = project.report();

        assertThat(result.operations()).isEqualTo(4);
        assertThat(project.has("specs")).isFalse();
        assertThat(project.has("record")).isFalse();
    }

    @Test
    void writesNewOperationsOnceTheyAreAccepted() throws Exception {
        assertThat(project.apply().open()).isEqualTo(4);

        ImportResult result = project.accept("**");

        assertThat(result.open()).isZero();
        assertThat(result.changed())
                .containsExactly("v2/shop/refundquery.yaml", "v3/shop/orders.yaml", "v3/shop/orders/{order_no}.yaml");
        assertThat(project.read(ORDERS)).isEqualTo("""
            uri: v3/shop/orders
            post:
              title: 下单
              product: 商城 / 下单
              roles: [直连商户]
              updated: "2025-02-19"
              docs: https://pay.weixin.qq.com/doc/v3/merchant/1
              request:
                order_no: {type: string, required: true, maxLength: 32, title: 商户订单号, example: "1217752501"}
                amount:
                  title: 订单金额
                  fields:
                    total: {type: integer, required: true, title: 总金额, example: 100}
                payer:
                  required: true
                  fields:
                    openid: {type: string, sensitive: true, title: 用户标识}
              response:
                prepay_id: {type: string, required: true, maxLength: 64, title: 预支付交易会话标识}
            """);
    }

    @Test
    void groupsNumberedFieldsOfV2AndOmitsTheSignature() throws Exception {
        project.accept("**");

        assertThat(project.read("specs/v2/shop/refundquery.yaml")).isEqualTo("""
            uri: v2/shop/refundquery
            post:
              title: 查询退款
              security: true
              request:
                appid: {type: string, required: true, fill: appid, title: 公众账号ID}
                mch_id: {type: string, required: true, fill: mchid, title: 商户号}
                sign_type: {enum: [MD5, HMAC-SHA256], default: HMAC-SHA256, title: 签名类型}
              response:
                return_code: {enum: [SUCCESS, FAIL], title: 返回状态码}
                refund_count: {type: integer, title: 退款笔数}
                refunds:
                  indexed: true
                  fields:
                    refund_id_$n: {type: string, title: 退款单号}
                    coupons:
                      indexed: true
                      fields:
                        coupon_id_$n_$m: {type: string, title: 代金券ID}
            """);
    }

    @Test
    void importingAgainFindsNothing() throws Exception {
        project.accept("**");

        ImportResult again = project.apply();

        assertThat(again.open()).isZero();
        assertThat(again.changed()).isEmpty();
        assertThat(again.report()).contains("Nothing.");
    }

    @Test
    void deletedSpecsComeBackWithEveryFact() throws Exception {
        project.accept("**");
        String before = project.read(ORDERS) + project.read("specs/v2/shop/refundquery.yaml");
        Files.delete(project.specs().resolve("v3/shop/orders.yaml"));
        Files.delete(project.specs().resolve("v2/shop/refundquery.yaml"));

        ImportResult result = project.accept("** * - operation");

        assertThat(result.changed()).containsExactly("v2/shop/refundquery.yaml", "v3/shop/orders.yaml");
        assertThat(project.read(ORDERS) + project.read("specs/v2/shop/refundquery.yaml"))
                .isEqualTo(before);
    }

    /** All endpoints below a segment must spell it alike. */
    @Test
    void newOperationTakesOverTheJavaPathOfItsNeighbors() throws Exception {
        project.accept("**");
        project.write(ORDERS, project.read(ORDERS).replace("uri: v3/shop/orders\n", """
            uri: v3/shop/orders
            javaPath: v3/web-shop/orders
            """));
        Files.delete(project.specs().resolve("v3/shop/orders/{order_no}.yaml"));

        ImportResult result = project.accept("** * - operation");

        assertThat(result.changed()).containsExactly("v3/shop/orders/{order_no}.yaml");
        assertThat(project.read("specs/v3/shop/orders/{order_no}.yaml"))
                .startsWith("uri: v3/shop/orders/{order_no}\njavaPath: v3/web-shop/orders/{order_no}\n");
    }

    @Test
    void deletedSpecsStayDeletedUntilAccepted() throws Exception {
        project.accept("**");
        Files.delete(project.specs().resolve("v3/shop/orders.yaml"));

        ImportResult result = project.apply();

        assertThat(result.refused()).isEqualTo(1);
        assertThat(project.has(ORDERS)).isFalse();
    }

    @Test
    void handMadeAdditionsStay() throws Exception {
        project.accept("**");
        String edited = project.read(ORDERS)
                .replace("  request:\n", "  idempotent: true   # by order_no\n  request:\n")
                .replace("title: 总金额", "unit: fen, title: 总金额");
        project.write(ORDERS, edited);
        upstream("maxLength: 64", "maxLength: 128");

        ImportResult result = project.accept("**");

        assertThat(result.open()).isZero();
        assertThat(project.read(ORDERS)).isEqualTo(edited.replace("maxLength: 64", "maxLength: 128"));
    }

    @Test
    void reportsWhatChangedUpstreamWithItsDates() throws Exception {
        project.accept("**");
        upstream("maxLength: 64", "maxLength: 128");
        upstream("2025.02.19", "2025.06.01");

        ImportResult result = project.report();

        assertThat(result.open()).isEqualTo(2);
        assertThat(result.report())
                .contains("- changed: `v3/shop/orders post` 下单 (2025-02-19 → 2025-06-01): updated, response.prepay_id")
                .contains("`v3/shop/orders post response.prepay_id maxLength`: change; specs `64` at"
                        + " v3/shop/orders.yaml:19; source `128`; before `64`");
    }

    @Test
    void refusalIsRememberedUntilTheSourceChangesAgain() throws Exception {
        project.accept("**");
        upstream("maxLength: 64", "maxLength: 128");

        assertThat(project.refuse("v3/shop/orders post response.prepay_id maxLength")
                        .open())
                .isZero();
        ImportResult again = project.apply();
        assertThat(again.open()).isZero();
        assertThat(again.refused()).isEqualTo(1);
        assertThat(project.read(ORDERS)).contains("maxLength: 64");

        upstream("maxLength: 128", "maxLength: 256");
        assertThat(project.apply().open()).isEqualTo(1);
    }

    @Test
    void refusedFieldStaysRefusedWithTheFieldsBelow() throws Exception {
        project.accept("**");
        upstream("properties:\n          prepay_id", """
            properties:
                      scene: {type: object, properties: {device: {type: string}}}
                      prepay_id\
            """);
        assertThat(project.refuse("v3/shop/orders post response.scene").open()).isZero();

        upstream(
                "{device: {type: string}}",
                "{device: {type: string, maxLength: 8}, store: {type: object, properties: {id: {type: string}}}}");
        ImportResult again = project.apply();

        assertThat(again.open()).isZero();
        assertThat(again.refused()).isEqualTo(1);
    }

    /** If the source makes an object of a text, its fields are not differences of their own. */
    @Test
    void refusedTypeStaysRefusedWithTheFieldsBelow() throws Exception {
        project.accept("**");
        upstream(
                "prepay_id: {type: string,",
                "prepay_id: {type: object, properties: {id: {type: string}, more: {type: object, properties: {b:"
                        + " {type: string}}}},");

        assertThat(project.apply().report())
                .contains("response.prepay_id type")
                .doesNotContain("post response.prepay_id.id");
        assertThat(project.apply().report()).contains("response.prepay_id type");
        project.refuse("v3/shop/orders post response.prepay_id**");
        upstream("{id: {type: string},", "{id: {type: string}, other: {type: string},");
        ImportResult again = project.apply();

        assertThat(again.open()).isZero();
        assertThat(project.read(ORDERS)).contains("prepay_id: {type: string,");
    }

    @Test
    void exampleThatIsFalseIsAValue() throws Exception {
        upstream(
                "prepay_id: {type: string,",
                "closed: {type: boolean, example: false}, count: {type: integer, example: 0}\n"
                        + "          prepay_id: {type: string,");
        upstream(
                "closed: {type: boolean, example: false}, count: {type: integer, example: 0}\n",
                "closed: {type: boolean, example: false}\n          count: {type: integer, example: 0}\n");
        project.accept("**");
        assertThat(project.read(ORDERS))
                .contains("closed: {type: boolean, example: false}")
                .contains("count: {type: integer, example: 0}");

        project.write(ORDERS, project.read(ORDERS).replace(", example: false", ", example: true"));

        assertThat(project.accept("v3/shop/orders post response.closed example").open())
                .isZero();
        assertThat(project.read(ORDERS)).contains("closed: {type: boolean, example: false}");
    }

    @Test
    void defaultThatIsFalseIsAValue() throws Exception {
        String orderNo = "order_no: {type: string, description: 商户订单号, maxLength: 32, example: '1217752501'";
        String definitions = project.read("source/definitions.yaml");
        project.write("source/definitions.yaml", definitions.replace(orderNo, orderNo + ", default: 'false'"));
        project.accept("**");
        assertThat(project.read(ORDERS)).contains("default: \"false\"");

        project.write(ORDERS, project.read(ORDERS).replace("default: \"false\"", "default: a"));

        assertThat(project.accept("v3/shop/orders post request.order_no default")
                        .open())
                .isZero();
        assertThat(project.read(ORDERS)).contains("default: \"false\"");
    }

    /** Shared types are in a file that is called exactly so. */
    @Test
    void addsFieldsToEndpointWhoseNameEndsAsThatOfSharedTypes() throws Exception {
        String source = """
            swagger: '2.0'
            paths:
              /v3/shop/pay_types:
                get: {summary: A, responses: {200: {schema: {type: object, properties: {a: {type: string}}}}}}
            """;
        project.write("source/swagger.yaml", source);
        project.accept("**");
        project.write(
                "source/swagger.yaml", source.replace("{a: {type: string}}", "{a: {type: string}, b: {type: string}}"));

        assertThat(project.accept("**").open()).isZero();

        assertThat(project.read("specs/v3/shop/pay_types.yaml")).contains("b: {type: string}");
    }

    @Test
    void sourceThatIsNotThereIsNamed() {
        for (String absent : new String[] {"absent.yaml", "absent.md", "absent"}) {
            assertThatThrownBy(() -> Importer.run(
                            project.options().source(Path.of(absent)).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the source is not a file or a directory: " + absent);
        }
    }

    /** A URI could otherwise replace the shared types of a folder. */
    @Test
    void uriCannotBecomeAFileOfSharedTypes() throws Exception {
        project.write("source/swagger.yaml", """
            swagger: '2.0'
            paths:
              /v3/shop/_types: {get: {summary: A, responses: {204: {}}}}
              /v3/shop/_errors: {get: {summary: A, responses: {204: {}}}}
            """);

        ImportResult result = project.accept("**");

        assertThat(result.changed()).isEmpty();
        assertThat(result.flaws()).isEqualTo(2);
    }

    @Test
    void webhookBecomesANotificationThatIsMergedLater() throws Exception {
        String source = """
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
                            event_type: {const: SHOP.PAID}
                            resource: {type: object, properties: {order_no: {type: string, maxLength: 32}}}
            """;
        String notification = "specs/notifications/v3/SHOP.PAID.yaml";
        project.write("source/swagger.yaml", source);
        assertThat(project.accept("**").open()).isZero();
        assertThat(project.read(notification)).isEqualTo("""
            notification:
              id: SHOP.PAID
              protocol: v3
              eventTypes: [SHOP.PAID]
              title: 支付通知
              resource:
                order_no: {type: string, maxLength: 32}
            """);

        project.write(
                "source/swagger.yaml",
                source.replace("maxLength: 32", "maxLength: 64").replace("summary: 支付通知", "summary: 付款通知"));
        assertThat(project.accept("**").open()).isZero();

        assertThat(project.read(notification)).contains("maxLength: 64").contains("title: 付款通知");
        assertThat(project.apply().open()).isZero();
    }

    @Test
    void openDifferenceIsReportedByEachImport() throws Exception {
        project.accept("**");
        upstream("maxLength: 64", "maxLength: 128");

        assertThat(project.apply().open()).isEqualTo(1);
        assertThat(project.apply().open()).isEqualTo(1);
    }

    @Test
    void ruleDecidesWithItsReason() throws Exception {
        project.accept("**");
        project.write("record/rules.yaml", """
            - {refuse: "** * ** title", because: ours are reviewed}
            - {accept: "v3/** * response.**", kind: change}
            """);
        upstream("预支付交易会话标识, maxLength: 64", "会话, maxLength: 128");

        ImportResult result = project.apply();

        assertThat(result.open()).isZero();
        assertThat(result.report()).contains("### ours are reviewed (1)");
        assertThat(project.read(ORDERS))
                .contains("prepay_id: {type: string, required: true, maxLength: 128, title: 预支付交易会话标识}");
    }

    @Test
    void addsFieldsAndValuesAtTheirPlaces() throws Exception {
        project.accept("**");
        upstream(
                "properties:\n          prepay_id", "properties:\n          code: {type: string}\n          prepay_id");
        String state = project.read("source/v3/order.yaml");
        project.write("source/v3/order.yaml", state.replace("[OPEN, PAID]", "[OPEN, PAID, CLOSED]"));

        project.accept("**");

        assertThat(project.read(ORDERS)).endsWith("""
              response:
                prepay_id: {type: string, required: true, maxLength: 64, title: 预支付交易会话标识}
                code: {type: string}
            """);
        assertThat(project.read("specs/v3/shop/orders/{order_no}.yaml")).contains("enum: [OPEN, PAID, CLOSED]");
    }

    @Test
    void editThatTheGeneratorRejectsIsUndone() throws Exception {
        project.accept("**");
        String before = project.read(ORDERS);
        upstream("maxLength: 64}", "maxLength: 4, example: wx201410}");
        project.write(ORDERS, before.replace("maxLength: 64", "minLength: 8, maxLength: 64"));

        ImportResult result = project.accept("v3/shop/orders * response.** maxLength");

        assertThat(project.read(ORDERS)).isEqualTo(before.replace("maxLength: 64", "minLength: 8, maxLength: 64"));
        assertThat(result.report()).contains("the generator would not accept v3/shop/orders.yaml: WX310");
    }

    @Test
    void specsWithErrorsAreNotTouched() throws Exception {
        project.write(ORDERS, "uri: v3/shop/orders\npost: {titel: A}\n");

        assertThatThrownBy(() -> project.accept("**"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WX101");
        assertThat(project.read(ORDERS)).contains("titel");
    }

    @Test
    void malformedRuleNamesItsLine() throws Exception {
        project.write("record/rules.yaml", "- {accept: \"**\"}\n- {refuse: \"**\"}\n");

        assertThatThrownBy(() -> project.report())
                .hasMessageContaining("rules.yaml:2")
                .hasMessageContaining("because");
    }

    @Test
    void uriCannotLeadOutOfTheDirectory() throws Exception {
        project.write("source/swagger.yaml", """
            swagger: '2.0'
            paths:
              /v3/../../evil: {get: {summary: A, responses: {204: {}}}}
              /v3/a/..: {get: {summary: A, responses: {204: {}}}}
              /v3/a/b.c: {get: {summary: A, responses: {204: {}}}}
            """);

        ImportResult result = project.accept("**");

        assertThat(result.changed()).containsExactly("v3/a/b.c.yaml");
        assertThat(result.report()).contains("`v3/../../evil` is not a URI that can be the path of a file");
        assertThat(project.has("evil.yaml")).isFalse();
    }

    private void upstream(String present, String replacement) throws Exception {
        String file = "source/v3/orders.yaml";
        String text = project.read(file);
        assertThat(text).contains(present.lines().findFirst().orElseThrow());
        project.write(file, text.replace(present, replacement));
    }
}

package io.github.wxpaycodegen.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type that several messages share is edited only if the edit is right for all of them. */
class SharedTypesTest {
    private static final String TYPES = "specs/v3/shop/_types.yaml";
    private static final String PRESENT = """
        types:
          Money:
            title: 金额
            fields:
              total: {type: integer, minimum: 1, title: 总金额}
              currency: {type: string, maxLength: 16, title: 币种}
              state: {type: State, title: 状态}
          State:
            enum: [OPEN, PAID]
        """;

    private Sources project;

    @BeforeEach
    void create(@TempDir Path directory) throws Exception {
        project = new Sources(directory).write(TYPES, PRESENT);
        for (String name : new String[] {"orders", "refunds"}) {
            project.write("specs/v3/shop/" + name + ".yaml", """
                uri: v3/shop/NAME
                post:
                  title: 下单
                  responseKind: empty
                  request:
                    amount: {type: Money, title: 金额}
                """.replace("NAME", name));
        }
        project.write("specs/notifications/v3/SHOP.PAID.yaml", """
            notification:
              id: SHOP.PAID
              protocol: v3
              eventTypes: [SHOP.PAID]
              title: 支付通知
              resource:
                order_no: {type: string}
            """);
        source(describe("orders", "") + describe("refunds", ""));
        assertThat(project.apply().open()).isZero();
    }

    @Test
    void limitThatAllUsersHaveIsAdded() throws Exception {
        source(describe("orders", "maximum: 100, ") + describe("refunds", "maximum: 100, "));

        assertThat(project.accept("**").open()).isZero();

        assertThat(project.read(TYPES)).isEqualTo(PRESENT.replace("minimum: 1,", "minimum: 1, maximum: 100,"));
    }

    @Test
    void limitThatOneUserLacksIsNotAdded() throws Exception {
        source(describe("orders", "maximum: 100, ") + describe("refunds", ""));

        ImportResult result = project.accept("**");

        assertThat(result.open()).isEqualTo(1);
        assertThat(result.report())
                .contains("the shared type is also used by v3/shop/refunds post request.amount.total,"
                        + " where the source has another value");
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    @Test
    void limitIsNotAddedWhereTheSourceSaysNothing() throws Exception {
        source(describe("orders", "maximum: 100, "));

        ImportResult result = project.accept("v3/shop/orders");

        assertThat(result.report())
                .contains("v3/shop/refunds post request.amount.total, which the source does not describe");
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    @Test
    void limitIsRelaxedWhereTheSourceSaysNothing() throws Exception {
        source(describe("orders", "").replace("maxLength: 16", "maxLength: 32"));

        project.accept("v3/shop/orders");

        assertThat(project.read(TYPES)).isEqualTo(PRESENT.replace("maxLength: 16", "maxLength: 32"));
    }

    @Test
    void limitIsNotTightenedWhereTheSourceSaysNothing() throws Exception {
        source(describe("orders", "").replace("maxLength: 16", "maxLength: 3"));

        assertThat(project.accept("v3/shop/orders").changed()).isEmpty();
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    @Test
    void differenceThatOneUserDoesNotAcceptIsNotApplied() throws Exception {
        source(describe("orders", "maximum: 100, ") + describe("refunds", "maximum: 100, "));

        ImportResult result = project.accept("v3/shop/orders");

        assertThat(result.changed()).isEmpty();
        assertThat(result.report())
                .contains("v3/shop/refunds post request.amount.total, where the same difference is not accepted");
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    @Test
    void valueOfSharedEnumIsAddedOnce() throws Exception {
        String more = (describe("orders", "") + describe("refunds", "")).replace("[OPEN, PAID]", "[OPEN, PAID, SHUT]");
        source(more);

        assertThat(project.accept("**").open()).isZero();

        assertThat(project.read(TYPES)).isEqualTo(PRESENT.replace("PAID]", "PAID, SHUT]"));
    }

    @Test
    void fieldThatOneUserHasIsNotRemoved() throws Exception {
        String without = describe("orders", "").replaceAll(" *currency:.*\n", "");
        source(without + describe("refunds", ""));

        ImportResult result = project.accept("**");

        assertThat(result.open()).isEqualTo(1);
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    @Test
    void fieldIsNotRemovedWhereTheSourceSaysNothing() throws Exception {
        source(describe("orders", "").replaceAll(" *currency:.*\n", ""));

        assertThat(project.accept("v3/shop/orders").changed()).isEmpty();
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    @Test
    void fieldThatNoUserHasIsRemoved() throws Exception {
        source((describe("orders", "") + describe("refunds", "")).replaceAll(" *currency:.*\n", ""));

        assertThat(project.accept("**").open()).isZero();

        assertThat(project.read(TYPES)).isEqualTo(PRESENT.replaceAll(" *currency:.*\n", ""));
    }

    @Test
    void notificationThatUsesTheTypeCounts() throws Exception {
        String notification = "specs/notifications/v3/SHOP.PAID.yaml";
        project.write(
                notification,
                project.read(notification)
                        .replace("order_no: {type: string}", "amount: {type: v3/shop/Money, title: 金额}"));
        source((describe("orders", "") + describe("refunds", "")).replaceAll(" *currency:.*\n", ""));

        ImportResult result = project.accept("**");

        assertThat(result.report()).contains("notifications/v3/SHOP.PAID notification resource.amount.currency");
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
    }

    /** Nothing is written that the generator would reject, even if the error is in a file that is not edited. */
    @Test
    void editThatBreaksAnotherFileIsUndone() throws Exception {
        String orders = "specs/v3/shop/orders.yaml";
        project.write(
                orders,
                project.read(orders)
                        .replace("  responseKind: empty\n", "  response: Money\n  echoes: [currency]\n")
                        .replace(
                                "amount: {type: Money, title: 金额}",
                                "amount: {type: Money, title: 金额}\n    currency: {type: string}"));
        String present = project.read(orders);
        String described = (describe("orders", "") + describe("refunds", "")).replaceAll(" *currency:.*\n", "");
        source(described.replaceFirst("204: \\{\\}", """
            200:
                      schema: {type: object, properties: {
                        total: {type: integer, minimum: 1, title: 总金额},
                        state: {type: string, enum: [OPEN, PAID], title: 状态}}}"""));
        project.write(
                "record/v3/shop/orders.yaml",
                project.read("record/v3/shop/orders.yaml")
                        + "  response.currency: {type: string, required: \"false\", title: 币种, maxLength: \"16\"}\n");

        ImportResult result = project.accept("**");

        assertThat(result.report()).contains("the generator would not accept v3/shop/_types.yaml");
        assertThat(project.read(TYPES)).isEqualTo(PRESENT);
        assertThat(project.read(orders)).isEqualTo(present);
    }

    private void source(String paths) throws Exception {
        project.write("source/swagger.yaml", "swagger: '2.0'\npaths:\n" + paths);
    }

    private static String describe(String name, String limit) {
        return """
              /v3/shop/NAME:
                post:
                  summary: 下单
                  parameters:
                    - name: _
                      in: body
                      schema:
                        type: object
                        properties:
                          amount:
                            type: object
                            title: 金额
                            properties:
                              total: {type: integer, minimum: 1, LIMITtitle: 总金额}
                              currency: {type: string, maxLength: 16, title: 币种}
                              state: {type: string, enum: [OPEN, PAID], title: 状态}
                  responses:
                    204: {}
            """.replace("NAME", name).replace("LIMIT", limit).indent(2);
    }
}

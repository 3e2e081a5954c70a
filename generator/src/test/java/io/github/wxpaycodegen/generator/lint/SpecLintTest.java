package io.github.wxpaycodegen.generator.lint;

import static io.github.wxpaycodegen.generator.SpecText.endpoint;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecLintTest {
    /** Findings about what the small specs of these tests omit; DescriptionLintTest has tests of their own. */
    private static final Set<Code> OF_DESCRIPTIONS = Set.of(Code.WITHOUT_TITLE, Code.WITHOUT_DOCS, Code.NOT_MASKED);

    @Test
    void timeNeedsFormat() {
        assertThat(findings(endpoint("pay_time: {type: string, maxLength: 14}")))
                .containsExactly("WX608 v2/pay/a.yaml:5 `pay_time` is a time without a format");
        assertThat(findings(endpoint(
                        "pay_time: {type: string, format: compact-date-time}",
                        "time_zone: {type: string, maxLength: 8}",
                        "settle_time: {type: date-time}")))
                .isEmpty();
    }

    @Test
    void amountNeedsUnit() {
        assertThat(findings(endpoint(
                        "total_fee: {type: integer}",
                        "count: {type: integer}",
                        "cash_fee: {type: integer, unit: fen}")))
                .containsExactly("WX609 v2/pay/a.yaml:5 `total_fee` is an amount without a unit");
    }

    @Test
    void amountHasManyNames() {
        assertThat(findings(endpoint(
                        "total: {type: integer}",
                        "subsidy_amt: {type: number}",
                        "account_balance: {type: integer}",
                        "total_count: {type: integer}")))
                .containsExactly(
                        "WX609 v2/pay/a.yaml:5 `total` is an amount without a unit",
                        "WX609 v2/pay/a.yaml:6 `subsidy_amt` is an amount without a unit",
                        "WX609 v2/pay/a.yaml:7 `account_balance` is an amount without a unit");
    }

    @Test
    void valuesNeedNamesIfOthersHaveThem() {
        assertThat(findings(endpoint(
                        "kind: {type: integer, enum: [{value: 1, title: 文本}, 2]}",
                        "level: {type: integer, enum: [1, 2]}",
                        "scene: {enum: [\"01\", APP]}")))
                .containsExactly(
                        "WX622 v2/pay/a.yaml:5 the value `2` becomes the constant `VALUE_2`, which says nothing",
                        "WX622 v2/pay/a.yaml:7 the value `01` becomes the constant `VALUE_01`, which says nothing");
    }

    @Test
    void serialNeedsCiphertext() {
        String spec = """
                uri: v3/pay/a
                post:
                  title: A
                  headers:
                    Wechatpay-Serial: {type: string, maxLength: 64, java: serial}
                  request:
                    payer: {fields: {name: {type: string, maxLength: 64%s}}}
                """;

        assertThat(findings(file("v3/pay/a.yaml", spec.formatted(""))))
                .containsExactly(
                        "WX621 v3/pay/a.yaml:5 the request has the header `Wechatpay-Serial`, but encrypts no field");
        assertThat(findings(file("v3/pay/a.yaml", spec.formatted(", encrypted: rsa-pubkey"))))
                .isEmpty();
    }

    @Test
    void stateNeedsValues() {
        assertThat(findings(endpoint(
                        "trade_state: {type: string, maxLength: 32}",
                        "refund_status: {enum: [SUCCESS]}",
                        "estate: {type: string, maxLength: 8}")))
                .containsExactly("WX610 v2/pay/a.yaml:5 `trade_state` is a state without an enum");
    }

    @Test
    void sentTextNeedsLength() {
        assertThat(findings(endpoint("attach: {type: string}", "body: {type: string, maxLength: 128}")))
                .containsExactly("WX611 v2/pay/a.yaml:5 the length of `attach` is unknown");
    }

    @Test
    void longNamesNeedShorterOnes() {
        String uri = "v3/a/all-of-the-orders-that-were-ever-placed/in-every-shop/of-the-whole-land";
        String spec = "uri: " + uri + "\npost: {title: T%s}\n";

        assertThat(findings(file(uri + ".yaml", spec.formatted(""))))
                .containsExactly("WX612 " + uri + ".yaml:2 the names of the messages begin with"
                        + " `AllOfTheOrdersThatWereEverPlacedInEveryShopOfTheWholeLand`, which has 57 characters");
        assertThat(findings(file(uri + ".yaml", spec.formatted(", java: AllOrders"))))
                .isEmpty();
    }

    @Test
    void requestThatChoosesPageNeedsPages() {
        String query = """
                uri: v3/pay/a
                get:
                  title: A
                  readOnly: true%s
                  query:
                    offset: {type: integer}
                  response:
                    data: {type: string, list: true}
                """;

        assertThat(findings(file("v3/pay/a.yaml", query.formatted(""))))
                .containsExactly("WX613 v3/pay/a.yaml:2 `offset` chooses a page, but the operation has no `pages`");
        assertThat(findings(file("v3/pay/a.yaml", query.formatted("\n  pages: {by: offset, at: offset, items: data}"))))
                .isEmpty();
    }

    @Test
    void encryptedTitleNeedsEncryption() {
        assertThat(findings(endpoint(
                        "name: {type: string, maxLength: 8, title: 加密后的姓名}",
                        "number: {type: string, encrypted: rsa-pubkey, title: 加密后的证件号}")))
                .containsExactly(
                        "WX604 v2/pay/a.yaml:5 the title of `name` says that it is encrypted, but the spec does not");
    }

    @Test
    void objectNeedsFields() {
        assertThat(findings(endpoint("amount: {encoded: json, fields: {}}")))
                .containsExactly("WX603 v2/pay/a.yaml:5 `amount` is an object without fields");
    }

    @Test
    void nameHasSingleUnderscores() {
        assertThat(findings(endpoint("gov__count: {type: integer}")))
                .containsExactly("WX605 v2/pay/a.yaml:5 the name `gov__count` has two underscores in a row");
    }

    @Test
    void enumsOfOneNameOverlapWithinProduct() {
        String fields = "uri: %s\nget:\n  title: A\n  readOnly: true\n  response:\n    state: {enum: [%s]}\n";
        assertThat(findings(
                        file("v3/pay/a.yaml", fields.formatted("v3/pay/a", "PAID, CLOSED")),
                        file("v3/pay/b.yaml", fields.formatted("v3/pay/b", "SUCCESS")),
                        file("v3/pay/c.yaml", fields.formatted("v3/pay/c", "CLOSED")),
                        file("v3/other/d.yaml", fields.formatted("v3/other/d", "DONE"))))
                .containsExactly(
                        "WX602 v3/pay/b.yaml:6 the values of `state` have none in common with those of another field of this name in the product");
    }

    @Test
    void getIsReadOnlyUnlessRedirect() {
        String spec = "uri: v3/pay/a\nget:\n  title: A\n";

        assertThat(findings(file("v3/pay/a.yaml", spec)))
                .containsExactly("WX626 v3/pay/a.yaml:2 the `get` is not `readOnly`: after a lost response, it counts"
                        + " as a write that may have taken effect");
        assertThat(findings(file("v3/pay/a.yaml", spec + "  readOnly: true\n"))).isEmpty();
        assertThat(findings(file("v3/pay/a.yaml", spec + "  responseKind: redirect\n")))
                .isEmpty();
    }

    @Test
    void settlingQueryNeedsOnlyRequestFields() {
        String write = """
                uri: v3/pay/orders
                post:
                  title: A
                  settledBy: %s
                  request:
                    out_trade_no: {type: string, maxLength: 32}
                """;
        SpecFile byOwn = query(
                "v3/pay/orders/{out_trade_no}",
                "out_trade_no",
                "mchid: {type: string, maxLength: 9, required: true, fill: mchid}");
        SpecFile byTheirs = query("v3/pay/orders/id/{order_id}", "order_id", "");

        assertThat(findings(
                        file("v3/pay/orders.yaml", write.formatted("v3/pay/orders/{out_trade_no}")), byOwn, byTheirs))
                .isEmpty();
        assertThat(findings(
                        file("v3/pay/orders.yaml", write.formatted("v3/pay/orders/id/{order_id}")), byOwn, byTheirs))
                .containsExactly(
                        "WX601 v3/pay/orders.yaml:4 `settledBy: v3/pay/orders/id/{order_id}` needs `order_id`, which the"
                                + " caller does not have before a response");
        assertThat(findings(
                        file("v3/pay/orders.yaml", write.formatted("").replace("  settledBy: \n", "")),
                        byOwn,
                        byTheirs))
                .containsExactly(
                        "WX601 v3/pay/orders.yaml:2 `v3/pay/orders/{out_trade_no}` could find out whether `v3/pay/orders`"
                                + " took effect");
    }

    @Test
    void actionIsSettledByQueryOfItsObject() {
        SpecFile order = query("v3/pay/orders/{order_id}", "order_id", "");
        String help = "` took effect";

        assertThat(findings(order, action("v3/pay/orders/{order_id}/close", "order_id", "")))
                .containsExactly("WX601 v3/pay/orders/{order_id}/close.yaml:2 `v3/pay/orders/{order_id}` could find out"
                        + " whether `v3/pay/orders/{order_id}/close" + help);
        assertThat(findings(order, action("v3/pay/orders/close", "", "order_id: {type: string, maxLength: 32}")))
                .containsExactly("WX601 v3/pay/orders/close.yaml:2 `v3/pay/orders/{order_id}` could find out whether"
                        + " `v3/pay/orders/close" + help);
        assertThat(findings(order, action("v3/pay/goods/count", "", "order_id: {type: string, maxLength: 32}")))
                .isEmpty();
    }

    @Test
    void actionIsSettledByQueryBesideIt() {
        SpecFile beside = query("v3/pay/orders/find", "", "order_id: {type: string, maxLength: 32, required: true}");
        SpecFile ofMerchant =
                query("v3/pay/orders/limit", "", "mchid: {type: string, maxLength: 9, required: true, fill: mchid}");
        SpecFile close = action("v3/pay/orders/close", "", "order_id: {type: string, maxLength: 32, required: true}");

        assertThat(findings(beside, close))
                .containsExactly("WX601 v3/pay/orders/close.yaml:2 `v3/pay/orders/find` could find out whether"
                        + " `v3/pay/orders/close` took effect");
        assertThat(findings(ofMerchant, close)).isEmpty();
    }

    @Test
    void settlingQueryByOneOfSeveralNumbers() {
        String query = """
                uri: v2/pay/query
                post:
                  title: B
                  readOnly: true
                  request:
                    transaction_id: {type: string, maxLength: 32}
                    %s: {type: string, maxLength: 32}
                  atLeastOneOf: [[transaction_id, %s]]
                  response: {}
                """;
        SpecFile write = file("v2/pay/a.yaml", """
                uri: v2/pay/a
                post:
                  title: A
                  settledBy: v2/pay/query
                  request:
                    out_trade_no: {type: string, maxLength: 32}
                  response: {}
                """);

        assertThat(findings(write, file("v2/pay/query.yaml", query.formatted("out_trade_no", "out_trade_no"))))
                .isEmpty();
        assertThat(findings(write, file("v2/pay/query.yaml", query.formatted("out_refund_no", "out_refund_no"))))
                .containsExactly(
                        "WX601 v2/pay/a.yaml:4 `settledBy: v2/pay/query` needs `transaction_id` or `out_refund_no`, which the"
                                + " caller does not have before a response");
    }

    @Test
    void v2OperationAcceptsSubMerchantLikeSiblings() {
        String with =
                "uri: v2/pay/%s\npost:\n  title: A\n  request:\n    sub_mch_id: {type: string, fill: sub_mchid, maxLength: 32}\n";
        assertThat(findings(
                        endpoint("count: {type: integer}"),
                        file("v2/pay/b.yaml", with.formatted("b")),
                        file("v2/pay/c.yaml", with.formatted("c"))))
                .containsExactly(
                        "WX606 v2/pay/a.yaml:2 the request has no `sub_mch_id`, which its siblings have: service providers"
                                + " cannot call it");
        assertThat(findings(endpoint("count: {type: integer}"))).isEmpty();
    }

    @Test
    void requestWithUrlForNotificationsNamesThem() {
        String order = """
                uri: v3/pay/orders
                post:
                  title: A%s
                  request:
                    user_notify_url: {type: string, maxLength: 256}
                """;
        SpecFile paid = file("notifications/v3/PAID.yaml", """
                notification:
                  id: PAID
                  protocol: v3
                  eventTypes: [PAID]
                  title: P
                  resource:
                    bank: {type: string}
                """);

        assertThat(findings(file("v3/pay/orders.yaml", order.formatted("")), paid))
                .containsExactly(
                        "WX625 v3/pay/orders.yaml:2 `user_notify_url` receives notifications, but the operation"
                                + " has no `notifies`");
        assertThat(findings(file("v3/pay/orders.yaml", order.formatted("\n  notifies: [PAID]")), paid))
                .isEmpty();
    }

    @Test
    void notificationAgreesWithQueryOfSameObject() {
        SpecFile order = file("v3/pay/orders.yaml", """
                uri: v3/pay/orders
                post:
                  title: A
                  settledBy: v3/pay/orders/{out_trade_no}
                  notifies: [PAID]
                  request:
                    out_trade_no: {type: string, maxLength: 32}
                """);
        SpecFile query = file("v3/pay/orders/{out_trade_no}.yaml", """
                uri: v3/pay/orders/{out_trade_no}
                get:
                  title: B
                  readOnly: true
                  path:
                    out_trade_no: {type: string, required: true, maxLength: 32}
                  response:
                    bank: {type: string}
                    sub_mchid: {type: string}
                    paid_time: {type: date-time}
                    payer: {fields: {openid: {type: string}}}
                """);
        SpecFile paid = file("notifications/v3/PAID.yaml", """
                notification:
                  id: PAID
                  protocol: v3
                  title: C
                  eventTypes: [PAID]
                  resource:
                    bank: {type: string}
                    sub_mch_id: {type: string}
                    paid_time: {type: string, format: compact-date-time}
                    scene: {fields: {payer: {fields: {openid: {type: string}}}}}
                """);

        assertThat(findings(order, query, paid))
                .containsExactly(
                        "WX607 notifications/v3/PAID.yaml:8 `sub_mch_id` of the notification PAID is spelled `sub_mchid` in the query of"
                                + " the same object",
                        "WX607 notifications/v3/PAID.yaml:9 `paid_time` of the notification PAID is string, but date-time in the"
                                + " query of the same object",
                        "WX607 notifications/v3/PAID.yaml:10 `scene.payer` of the notification PAID is at `payer` in the query of"
                                + " the same object");
    }

    @Test
    void sharedNotificationCoversAllItsQueries() {
        String notification = """
                notification:
                  id: PAID
                  protocol: v3
                  title: C
                  eventTypes: [PAID]
                  resource:
                    trade_state: {enum: [%s]}
                    total_fee: {type: integer, unit: %s}
                    day: {type: string, format: date}
                """;
        List<SpecFile> products = List.of(
                paid("domestic"),
                asked("domestic", "SUCCESS, CLOSED", "fen"),
                paid("abroad"),
                asked("abroad", "SUCCESS, REVOKED", "cent"));
        String path = "notifications/v3/PAID.yaml";

        assertThat(findings(with(products, file(path, notification.formatted("SUCCESS, CLOSED, REVOKED", "cent")))))
                .isEmpty();
        assertThat(findings(with(products, file(path, notification.formatted("SUCCESS, CLOSED, PAYERROR", "fen")))))
                .containsExactly(
                        "WX607 notifications/v3/PAID.yaml:7 `trade_state` of the notification PAID has `PAYERROR`, which no"
                                + " query has",
                        "WX607 notifications/v3/PAID.yaml:7 `trade_state` of the notification PAID lacks `REVOKED`, which the"
                                + " query has",
                        "WX607 notifications/v3/PAID.yaml:8 `total_fee` of the notification PAID has the unit fen, but cent in"
                                + " the query of the same object");
    }

    private static SpecFile paid(String product) {
        return file("v3/" + product + "/orders.yaml", """
                uri: v3/%1$s/orders
                post:
                  title: A
                  settledBy: v3/%1$s/orders/{out_trade_no}
                  notifies: [PAID]
                  request:
                    out_trade_no: {type: string, maxLength: 32}
                """.formatted(product));
    }

    private static SpecFile asked(String product, String states, String unit) {
        return file("v3/" + product + "/orders/{out_trade_no}.yaml", """
                uri: v3/%s/orders/{out_trade_no}
                get:
                  title: B
                  readOnly: true
                  path:
                    out_trade_no: {type: string, required: true, maxLength: 32}
                  response:
                    trade_state: {enum: [%s]}
                    total_fee: {type: integer, unit: %s}
                    day: {type: string, format: date}
                """.formatted(product, states, unit));
    }

    private static SpecFile[] with(List<SpecFile> files, SpecFile more) {
        return Stream.concat(files.stream(), Stream.of(more)).toArray(SpecFile[]::new);
    }

    private static SpecFile query(String uri, String parameter, String fields) {
        return file(
                uri + ".yaml",
                "uri: " + uri + "\nget:\n  title: B\n  readOnly: true\n" + path(parameter)
                        + (fields.isEmpty() ? "" : "  query:\n    " + fields + "\n")
                        + "  response:\n    order_id: {type: string}\n");
    }

    private static SpecFile action(String uri, String parameter, String fields) {
        return file(
                uri + ".yaml",
                "uri: " + uri + "\npost:\n  title: A\n" + path(parameter)
                        + (fields.isEmpty() ? "" : "  request:\n    " + fields + "\n") + "  responseKind: empty\n");
    }

    private static String path(String parameter) {
        return parameter.isEmpty()
                ? ""
                : "  path:\n    " + parameter + ": {type: string, required: true, maxLength: 32}\n";
    }

    private static List<String> findings(SpecFile... files) {
        SpecReading reading = SpecReader.read(List.of(files));
        assertThat(SpecReading.printer(List.of(files)).print(reading.diagnostics()))
                .isEqualTo("0 errors\n");
        return SpecLint.check(reading.specs().orElseThrow()).stream()
                .filter(d -> !OF_DESCRIPTIONS.contains(d.code()))
                .map(d -> d.code().id() + " " + d.span().file() + ":" + d.span().line() + " " + d.message())
                .toList();
    }
}

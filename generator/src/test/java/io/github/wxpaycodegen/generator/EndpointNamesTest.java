package io.github.wxpaycodegen.generator;

import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.name.Products;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that the manual promises for a URI. */
class EndpointNamesTest {
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @CsvSource({
        "v3/pay/transactions/native, TransactionsNative",
        "v3/pay/partner/transactions/native, PartnerTransactionsNative",
        "v2/wxv/cancel-bill, CancelBill",
        // A name of one word says its product too; a literal that announces a template is no word of its own.
        "v3/profitsharing/orders, ProfitsharingOrders",
        "v3/certificates, Certificates",
        "v3/refunds/out-refund-no/{out_refund_no}, RefundsOutRefundNo",
        "v3/transactions/out-trade-no/{out_trade_no}/close, TransactionsOutTradeNoClose",
        // A literal that repeats the template is said once, also as its end.
        "v3/pay/transactions/out-trade-no/{out_trade_no}/close, TransactionsOutTradeNoClose",
        "v3/pay/transactions/id/{transaction_id}, TransactionsId",
        "v3/combine-transactions/out-trade-no/{combine_out_trade_no}, CombineTransactionsOutTradeNo",
        // A template at the end is named, without what the segment before it says; one within the URI is not.
        "v3/pay/orders/list/{out_order_no}, OrdersListByOutOrderNo",
        "v3/brand/card-member/cards/{card_id}, CardMemberCardsById",
        "v3/shops/{shop_id}, ShopsById",
        "v3/shops/{shop}, ShopsByShop",
        "v3/payscore/serviceorder/{out_order_no}/cancel, ServiceorderCancel",
        "v3/shops/all/{shop_id}/{kind}, ShopsAllByKind",
        // A literal that begins the next one is said there.
        "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks, ProductCouponsStocks",
    })
    void messagesAreNamedByTheUri(String uri, String name) {
        assertThat(messages(uri, "post", "", "")).isEqualTo(name);
    }

    @Test
    void namesContainMethodUnlessPost() {
        assertThat(messages("v3/pay/orders/list", "get", "", "")).isEqualTo("OrdersListGet");
        assertThat(messages("v3/pay/orders/list", "delete", "", "")).isEqualTo("OrdersListDelete");
    }

    @Test
    void specsReplaceNames() {
        String uri = "v2/pay/unifiedorder";

        assertThat(messages(uri, "post", "javaPath: v2/pay/unified-order\n", ""))
                .isEqualTo("UnifiedOrder");
        assertThat(messages(uri, "post", "java: UnifiedOrder\n", "")).isEqualTo("UnifiedOrder");
        assertThat(messages(uri, "get", "", "  java: Placed\n")).isEqualTo("Placed");
    }

    private static String messages(String uri, String method, String endpointKeys, String operationKeys) {
        Matcher matcher = TEMPLATE.matcher(uri);
        StringBuilder path = new StringBuilder();
        while (matcher.find()) {
            path.append("    ").append(matcher.group(1)).append(": {type: string}\n");
        }
        SpecFile spec = file(
                uri + ".yaml",
                "uri: " + uri + "\n" + endpointKeys + method + ":\n  title: T\n" + operationKeys
                        + (path.isEmpty() ? "" : "  path:\n" + path));
        Endpoint endpoint =
                SpecReader.read(List.of(spec)).specs().orElseThrow().endpoints().get(0);
        return EndpointNames.messages(endpoint, endpoint.operations().get(0));
    }

    @Test
    void templateThatRepeatsItsLiteralIsOneStep() {
        assertThat(EndpointNames.steps("v3/pay/transactions/out-trade-no/{out_trade_no}/close"))
                .containsExactly("v3", "pay", "transactions", "out-trade-no/{out_trade_no}", "close");
        assertThat(EndpointNames.steps("v3/pay/sub_mchid/{sub_mchid}")).contains("sub_mchid/{sub_mchid}");
        assertThat(EndpointNames.steps("v3/pay/id/{transaction_id}")).contains("id", "{transaction_id}");
        assertThat(EndpointNames.steps("v3/pay/stocks/{stock_id}/{stock_id}")).contains("stocks", "{stock_id}");
    }

    @ParameterizedTest
    @CsvSource({
        "v3, V3",
        "v3/pay, Pay",
        "v3/pay/transactions, Transactions",
        "v3/pay/transactions/out-trade-no, OutTradeNo",
        "v3/pay/transactions/out-trade-no/{out_trade_no}, ByOutTradeNo",
        "v3/pay/transactions/id/{transaction_id}/close, Close",
    })
    void placesAreNamedByTheirLastSegment(String path, String name) {
        assertThat(EndpointNames.place(path, Optional.empty())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "v3, v3",
        "v3/pay, v3.pay",
        "v3/pay/transactions/id/{transaction_id}, v3.pay",
        "v3/fund-app/mch-transfer/bills, v3.fundapp",
        "v3/{id}, v3",
        "v3/marketing, v3.marketing",
        "v3/marketing/busi-favor/stocks, v3.marketing.busifavor",
        "v3/marketing/{id}/stocks, v3.marketing",
        "brand/marketing/coupons, brand.marketing",
        "notifications/v3, notifications.v3",
    })
    void packagesAreProducts(String path, String name) {
        assertThat(new Products(Set.of("v3/marketing")).packageOf(path)).isEqualTo(name);
    }

    @Test
    void packageDoesNotDependOnSpellingOfFolder() {
        assertThat(new Products(Set.of("v3/payscore")).packageOf("v3/pay-score/service-order/{id}"))
                .isEqualTo("v3.payscore.serviceorder");
    }

    @ParameterizedTest
    @CsvSource({
        "sub_orders, SubOrder",
        "sub_order_list, SubOrder",
        "list, List",
        "activities, Activity",
        "addresses, Address",
        "batches, Batch",
        "statuses, Status",
        "fail_codes, FailCode",
        "goods_list, Goods",
        "goods_detail, GoodsDetail",
        "data, Data",
        "proof_medias, ProofMedia",
        "business, Business",
        "bonus, Bonus",
        "analysis, Analysis",
        "ids, Id",
        "fapiao_information, FapiaoInformation",
        "'coupon_ids_$n', CouponId",
    })
    void elementsOfListsAreSingular(String field, String name) {
        String list = field.contains("$n") ? "indexed: true" : "list: true";
        assertThat(JavaNames.nestedType(SpecText.field(field + ": {" + list + ", fields: {a_$n: {type: string}}}")))
                .isEqualTo(name);
    }

    @Test
    void typesOfSingleValuesKeepTheirNames() {
        assertThat(JavaNames.nestedType(SpecText.field("sub_orders: {fields: {a: {type: string}}}")))
                .isEqualTo("SubOrders");
    }

    @Test
    void nestedTypeDiffersFromThoseAroundIt() {
        assertThat(JavaNames.within(List.of("OrderRequest", "Detail"), "Goods")).isEqualTo("Goods");
        assertThat(JavaNames.within(List.of("OrderRequest", "Detail"), "Detail"))
                .isEqualTo("DetailDetail");
        assertThat(JavaNames.within(List.of("Detail", "Goods"), "Detail")).isEqualTo("GoodsDetail");
        assertThat(JavaNames.within(List.of("OrderRequest"), "Message")).isEqualTo("OrderRequestMessage");
    }

    @Test
    void reportsUrisWithSameName() {
        assertThat(errors(
                        file("v3/a/stocks/all/send.yaml", "uri: v3/a/stocks/all/send\npost: {title: A}\n"),
                        file("v3/a/stocks/all/{id}/send.yaml", """
                            uri: v3/a/stocks/all/{id}/send
                            post: {title: B, path: {id: {type: string}}}
                            """)))
                .contains(
                        "error[WX401]: the response of `post` of `v3/a/stocks/all/{id}/send` and the response of"
                                + " `post` of `v3/a/stocks/all/send` both become the Java class `StocksAllSendResponse`",
                        " --> v3/a/stocks/all/{id}/send.yaml:2:1",
                        "::: v3/a/stocks/all/send.yaml:2:1",
                        "give an operation or a notification its own name: `java: Name`");
    }

    @Test
    void rejectsTypesWithSameNameInProduct() {
        assertThat(errors(
                        file("v3/a/_types.yaml", "types: {Amount: {enum: [A]}}\n"),
                        file("v3/a/b/_types.yaml", "types: {Amount: {enum: [B]}}\n"),
                        file("v3/a/b/c.yaml", "uri: v3/a/b/c\npost: {title: C, request: {amount: {type: Amount}}}\n")))
                .contains(
                        "error[WX401]: the shared type `v3/a/b/Amount` and the shared type `v3/a/Amount` both become"
                                + " the Java class `Amount`",
                        " --> v3/a/b/_types.yaml:1:9",
                        "::: v3/a/_types.yaml:1:9");
    }

    @Test
    void subfoldersOfDividedFolderMayShareTypeNames() {
        assertThat(errors(
                        file("v3/a/_types.yaml", "products: true\n"),
                        file("v3/a/b/_types.yaml", "types: {Amount: {enum: [A]}}\n"),
                        file("v3/a/c/_types.yaml", "types: {Amount: {enum: [B]}}\n"),
                        file("v3/a/b/c.yaml", "uri: v3/a/b/c\npost: {title: C, request: {amount: {type: Amount}}}\n")))
                .isEqualTo("0 errors\n");
    }

    @Test
    void reportsStepsWithSameMethod() {
        assertThat(errors(
                        file("v3/a/trade-bill.yaml", "uri: v3/a/trade-bill\nget: {title: A}\n"),
                        file("v3/a/tradebill/b.yaml", "uri: v3/a/tradebill/b\nget: {title: B}\n")))
                .contains(
                        "error[WX401]: `v3/a/tradebill` and `v3/a/trade-bill` both become the Java name `tradebill`",
                        " --> v3/a/tradebill/b.yaml:1:1",
                        "::: v3/a/trade-bill.yaml:1:1",
                        "`javaPath`");
    }

    @Test
    void literalKeepsItsOwnStepBesideTemplate() {
        assertThat(errors(
                        file("v3/a/bill-no.yaml", "uri: v3/a/bill-no\npost: {title: A}\n"),
                        file("v3/a/bill-no/{bill_no}.yaml", """
                            uri: v3/a/bill-no/{bill_no}
                            get: {title: B, path: {bill_no: {type: string}}}
                            """)))
                .isEqualTo("0 errors\n");
    }
}

package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class OperationsTest {
    @Test
    void findsByPartsOfTitleAndPath() {
        Run run = Run.of("operations", "Native", "--path", "/v3/pay/transactions/native");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("POST /v3/pay/transactions/native  ")
                .contains("    pay.v3().pay().transactions().native");
    }

    @Test
    void requiresAllWords() {
        Run run = Run.of("operations", "退款", "查询", "--path", "v2/");

        assertThat(run.out()).contains("POST /v2/pay/refundquery  ").doesNotContain("POST /v2/pay/refund  ");
    }

    @Test
    void findsByField() {
        Run run = Run.of("operations", "--field", "combine_out_trade_no", "--path", "v3/combine-transactions/jsapi");

        assertThat(run.out()).contains("    request: combine_out_trade_no\n");
    }

    @Test
    void namesNestedAndIndexedFieldsAsOnTheWire() {
        assertThat(Run.of("operations", "--path", "/v3/pay/transactions/native", "--fields")
                        .out())
                .contains("amount.total, ");
        assertThat(Run.of("operations", "--path", "/v2/pay/refundquery", "--fields")
                        .out())
                .contains("out_refund_no_$n")
                .contains("coupon_refund_id_$n_$m");
    }

    @Test
    void everyOperationHasFieldsOrIsKnownToHaveNone() {
        List<?> all = (List<?>) Run.of("operations", "--fields", "--json").json();

        assertThat(all).hasSizeGreaterThan(1200);
        assertThat(all.stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> ((List<?>) each.get("requestFields")).isEmpty()
                                && ((List<?>) each.get("responseFields")).isEmpty())
                        .map(each -> each.get("method") + " " + each.get("id")))
                .containsExactlyInAnyOrder(
                        "POST /v2/applyment/micro/signcontract",
                        "DELETE /v3/global/merchant-service/complaint-notifications",
                        "DELETE /v3/merchant-risk-manage/violation-notifications",
                        "DELETE /v3/merchant-service/complaint-notifications");
    }

    @Test
    void printsJsonOfTheIndex() {
        List<?> found = (List<?>) Run.of("operations", "--path", "/v3/pay/transactions/h5", "--json")
                .json();

        assertThat(found).hasSize(1);
        assertThat(((Map<?, ?>) found.get(0)).get("java")).asString().startsWith("pay.v3().pay().transactions().h5(");
    }

    @Test
    void operationsNotToBeUsedComeLast() {
        List<?> all = (List<?>) Run.of("operations", "--json").json();
        List<Integer> ranks = all.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> each.containsKey("closed") ? 2 : each.containsKey("deprecated") ? 1 : 0)
                .toList();

        assertThat(ranks).isSorted().contains(0, 1, 2);
    }

    @Test
    void endsWithStatusOneIfNothingIsFound() {
        Run run = Run.of("operations", "no such operation");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no operation matches");
        assertThat(Run.of("operations", "no such operation", "--json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void hasColorsOnlyWhereTheOutputHas() {
        String[] args = {"operations", "--path", "/v3/pay/transactions/native"};

        assertThat(Run.of(args).out()).doesNotContain("\u001b");
        assertThat(Run.of(Ansi.ON, Map.of(), "", args).out())
                .contains("\u001b[1mPOST /v3/pay/transactions/native\u001b[0m");
    }
}

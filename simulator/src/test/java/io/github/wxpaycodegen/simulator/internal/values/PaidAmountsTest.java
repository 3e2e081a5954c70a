package io.github.wxpaycodegen.simulator.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Amounts in requests that lack other fields: the error names each violation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaidAmountsTest {
    private static final String BELOW = "must be at least";

    private final Simulator simulator = Simulators.bundled();
    private final Client v2 = Client.withCertificate(simulator);
    private final V3Client v3 = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v3/pay/transactions/native | {'amount':{'total':0}} | amount.total",
                "/v3/pay/transactions/codepay | {'amount':{'total':-1}} | amount.total",
                "/v3/combine-transactions/native | {'sub_orders':[{'amount':{'total_amount':0}}]} "
                        + "| sub_orders[0].amount.total_amount",
                "/v3/vehicle/transactions/parking | {'amount':{'total':-1}} | amount.total",
                "/v3/refund/domestic/refunds | {'amount':{'refund':0}} | amount.refund",
                "/v3/global/refunds | {'amount':{'refund':0}} | amount.refund",
                "/v3/ecommerce/fund/withdraw | {'amount':-100} | amount",
                "/v3/merchant/fund/withdraw | {'amount':-100} | amount",
                "/v3/ecommerce/subsidies/create | {'amount':0} | amount",
                "/v3/marketing/busifavor/subsidy/pay-receipts | {'amount':0} | amount",
                "/v3/fund-app/mch-transfer/transfer-bills | {'transfer_amount':-5} | transfer_amount",
                "/v3/transfer/batches | {'total_amount':-30} | total_amount",
                "/v3/transfer/batches | {'total_num':0} | total_num",
                "/v3/transfer/batches | {'transfer_detail_list':[{'transfer_amount':0}]} "
                        + "| transfer_detail_list[0].transfer_amount",
                "/v3/profitsharing/orders | {'receivers':[{'amount':-5}]} | receivers[0].amount",
                "/v3/profitsharing/return-orders | {'amount':0} | amount",
                "/v3/med-ins/orders | {'total_fee':0} | total_fee",
            })
    void rejectsV3AmountsOfNothing(String path, String body, String field) throws Exception {
        assertThat(v3Error(path, body)).contains(field + " " + BELOW + " 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v3/payscore/serviceorder/ORDER-1/complete | {'total_amount':-1} | total_amount",
                "/v3/payscore/serviceorder/ORDER-1/complete | {'post_discounts':[{'amount':-1}]} |"
                        + " post_discounts[0].amount",
                "/v3/pay/transactions/native | {'detail':{'cost_price':-1}} | detail.cost_price",
                "/v3/pay/transactions/native | {'detail':{'goods_detail':[{'unit_price':-1}]}} "
                        + "| detail.goods_detail[0].unit_price",
                "/v3/pay/transactions/native | {'settle_info':{'subsidy_amount':-1}} | settle_info.subsidy_amount",
                "/v3/med-ins/orders | {'med_ins_gov_fee':-1} | med_ins_gov_fee",
                "/v3/gov/subsidy/transactions/sync | {'discount_amount':-1} | discount_amount",
            })
    void rejectsOnlyNegativeAmountsOfOtherKinds(String path, String body, String field) throws Exception {
        assertThat(v3Error(path, body)).contains(field + " " + BELOW + " 0");
        assertThat(v3Error(path, body.replace("-1", "0"))).doesNotContain(BELOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v3/new-tax-control-fapiao/fapiao-applications |"
                        + " {'fapiao_information':[{'items':[{'total_amount':-1}]}]}",
                "/v3/papay/contracts/C1/notify | {'estimated_amount':{'amount':0}}",
                "/v3/papay/insurance-sign/contracts/pre-entrust-sign/h5 | {'amount':{'total':0}}",
                "/v3/parking/reminders/payment | {'total_amount':0,'paid_amount':0}",
                "/v3/refund/domestic/refunds | {'goods_detail':[{'refund_amount':0}]}",
            })
    void acceptsAmountsThatMayBeSmaller(String path, String body) throws Exception {
        assertThat(v3Error(path, body)).doesNotContain(BELOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0"})
    void rejectsV2AmountsOfNothing(String amount) throws Exception {
        assertRejected("/mmpaymkttransfers/promotion/transfers", "mchid", "amount", amount);
        assertRejected("/mmpaymkttransfers/sendredpack", "mch_id", "total_amount", amount);
        assertRejected("/mmpaymkttransfers/sendgroupredpack", "mch_id", "total_num", amount);
        assertRejected("/mmpaysptrans/pay_bank", "mch_id", "amount", amount);
        assertRejected("/transit/pay/payapply", "mch_id", "total_fee", amount);
        assertRejected("/secapi/pay/refund", "mch_id", "refund_fee", amount);
        assertRejected("/secapi/pay/profitsharingreturn", "mch_id", "return_amount", amount);
        assertThat(v2Error("/secapi/pay/profitsharing", "mch_id", "receivers", "[{\"amount\":" + amount + "}]"))
                .contains("receivers[0].amount " + BELOW + " 1");
    }

    @ParameterizedTest
    @CsvSource({"total_amount", "rent_fee"})
    void acceptsRentalsThatCostNothing(String field) throws Exception {
        assertThat(v2Error("/wxv/finishrentbill", "mch_id", field, "0")).doesNotContain(BELOW);
        assertThat(v2Error("/wxv/finishrentbill", "mch_id", field, "-1")).contains(field + " " + BELOW + " 0");
    }

    private void assertRejected(String path, String caller, String field, String value) throws Exception {
        assertThat(v2Error(path, caller, field, value)).contains(field + " " + BELOW + " 1");
    }

    private String v3Error(String path, String body) throws Exception {
        JsonNode error = v3.post(path, body.replace('\'', '"')).read();
        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        return error.get("message").asString();
    }

    private String v2Error(String path, String caller, String field, String value) throws Exception {
        var fields = Client.fields(caller, Client.MCHID, "sign_type", "HMAC-SHA256", field, value);
        var error = Client.read(v2.post(path, fields));
        if (error.getOrDefault("return_msg", "").contains("sign_type")) {
            fields.remove("sign_type");
            error = Client.read(v2.post(path, fields));
        }
        return error.getOrDefault("err_code_des", error.get("return_msg"));
    }
}

package io.github.wxpaycodegen.simulator.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The roles and the states of sample responses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleOmissionsTest {
    private static final String OTHER = "1900000002";

    private final Simulator simulator = Simulators.bundled();
    private final Client v2 = Client.withCertificate(simulator);
    private final V3Client v3 = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void answersMerchantsWithoutFieldsOfServiceProviders() throws Exception {
        JsonNode order = query("/v3/pay/transactions/out-trade-no/ORDER-1?mchid=" + Client.MCHID);

        assertThat(order.propertyNames())
                .contains("mchid", "appid")
                .doesNotContain("sp_mchid", "sp_appid", "sub_mchid");
        assertThat(order.propertyNames()).doesNotContain("sub_appid");
        assertThat(order.get("payer").propertyNames()).containsExactly("openid");
    }

    @Test
    void answersServiceProvidersWithoutFieldsOfMerchants() throws Exception {
        JsonNode order = query(
                "/v3/pay/partner/transactions/out-trade-no/ORDER-1?sp_mchid=" + Client.MCHID + "&sub_mchid=" + OTHER);

        assertThat(order.propertyNames())
                .contains("sp_mchid", "sp_appid", "sub_mchid")
                .doesNotContain("mchid", "appid");
        assertThat(order.get("payer").propertyNames()).doesNotContain("openid");
        assertThat(order.get("sub_mchid").asString()).isEqualTo(OTHER);
    }

    @Test
    void answersTransfersWithOneIdOfTheMerchant() throws Exception {
        JsonNode transfer = query("/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/BILL1");

        assertThat(transfer.propertyNames()).contains("mch_id").doesNotContain("mchid", "sub_mchid", "fail_reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mchid", "sub_mchid", "appid"})
    void repeatsNoUndeclaredParameter(String name) throws Exception {
        JsonNode answer = query("/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/BILL1?" + name + "=" + OTHER);

        assertThat(answer.toString()).doesNotContain(OTHER);
    }

    @Test
    void answersV2OrdersWithTheSubMerchantOfTheRequest() throws Exception {
        Map<String, String> order = Client.fields(
                "appid", "wx8888888888888888",
                "mch_id", Client.MCHID,
                "nonce_str", "n",
                "body", "茶",
                "out_trade_no", "ORDER-1",
                "total_fee", "100",
                "spbill_create_ip", "203.0.113.1",
                "notify_url", "https://shop.example/n",
                "trade_type", "NATIVE");

        assertThat(Client.read(v2.post("/pay/unifiedorder", order))).doesNotContainKeys("sub_mch_id", "sub_appid");
        order.put("sub_mch_id", OTHER);
        assertThat(Client.read(v2.post("/pay/unifiedorder", order)))
                .containsEntry("sub_mch_id", OTHER)
                .containsKey("sub_appid");
    }

    @Test
    void givesReasonsOfFailuresOnlyBesideFailures() throws Exception {
        JsonNode returned = v3.post(
                        "/v3/profitsharing/return-orders",
                        "{\"out_order_no\":\"P1\",\"out_return_no\":\"R1\",\"return_mchid\":\"" + OTHER
                                + "\",\"amount\":1,\"description\":\"x\"}")
                .read();

        assertThat(returned.get("result").asString()).isEqualTo("SUCCESS");
        assertThat(returned.has("fail_reason")).isFalse();
    }

    private JsonNode query(String target) throws Exception {
        return v3.get(target).read();
    }
}

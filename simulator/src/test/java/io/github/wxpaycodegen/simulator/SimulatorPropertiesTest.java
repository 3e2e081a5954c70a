package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a simulator as properties, which the runtime reads. */
class SimulatorPropertiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"wxpay", "wxpay.merchants.shop-a", ""})
    void configureClientOfMerchantAndBrand(String prefix) {
        try (Simulator simulator =
                        Simulators.bundledBuilder().brandId(Simulators.BRAND_ID).start();
                WxPayClient client =
                        WxPayClient.create(WxPayConfig.fromProperties(prefix, simulator.properties(prefix)::get)
                                .build())) {
            callEverything(client);

            assertThat(simulator.calls()).extracting(RecordedCall::refusal).containsOnly(Optional.empty());
            assertThat(simulator.calls())
                    .extracting(RecordedCall::path)
                    .contains(
                            "/v3/pay/transactions/out-trade-no/A1",
                            "/wxv/cancelbill",
                            "/mmpaysptrans/pay_bank",
                            "/brand/store/brandstores/1");
        }
    }

    @Test
    void configureClientWithSmSuite() {
        try (Simulator simulator = Simulators.bundledBuilder().smSuite().start();
                WxPayClient client =
                        WxPayClient.create(WxPayConfig.fromProperties("wxpay", simulator.properties("wxpay")::get)
                                .build())) {
            assertThat(client.context()
                            .raw()
                            .v3("GET", "/v3/pay/transactions/out-trade-no/A1")
                            .query("mchid", Client.MCHID)
                            .send()
                            .httpStatus())
                    .isEqualTo(200);
        }
    }

    /** A value that the runtime does not look up would configure nothing. */
    @Test
    void areAllLookedUpByTheRuntime() {
        try (Simulator simulator =
                Simulators.bundledBuilder().brandId(Simulators.BRAND_ID).start()) {
            Map<String, String> properties = simulator.properties("wxpay");
            Set<String> lookedUp = new HashSet<>();
            WxPayConfig config = WxPayConfig.fromProperties("wxpay", name -> {
                        lookedUp.add(name);
                        return properties.get(name);
                    })
                    .build();

            assertThat(lookedUp).containsAll(properties.keySet());
            assertThat(config).hasToString(simulator.config().build().toString());
        }
    }

    @Test
    void haveNoBrandUnlessThereIsOne() {
        try (Simulator simulator = Simulators.bundled()) {
            assertThat(simulator.properties("wxpay"))
                    .containsEntry("wxpay.mchid", Client.MCHID)
                    .containsEntry("wxpay.host", simulator.baseUri().toString())
                    .doesNotContainKey("wxpay.brand-id");
        }
    }

    private static void callEverything(WxPayClient client) {
        client.context()
                .raw()
                .v3("GET", "/v3/pay/transactions/out-trade-no/A1")
                .query("mchid", Client.MCHID)
                .send();
        client.context().raw().v3("GET", "/brand/store/brandstores/1").send();
        var cancel = client.context().raw().v2("/wxv/cancelbill").clientCertificate();
        Client.cancelbill().forEach((name, value) -> {
            if (!Set.of("sign", "nonce_str").contains(name)) {
                cancel.field(name, value);
            }
        });
        cancel.send();
        client.context()
                .raw()
                .v2("/mmpaysptrans/pay_bank")
                .responseUnsigned()
                .clientCertificate()
                .field("mch_id", Client.MCHID)
                .field("partner_trade_no", "1212121221227")
                .encryptedField("enc_bank_no", "6225760079930218")
                .encryptedField("enc_true_name", "张三")
                .field("bank_code", "1002")
                .field("amount", "500")
                .send();
    }
}

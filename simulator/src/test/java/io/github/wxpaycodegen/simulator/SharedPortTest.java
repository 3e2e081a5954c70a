package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.simulator.internal.v3.V3PaymentsTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several merchants on one port. */
class SharedPortTest {
    private static final String NATIVE = "/v3/pay/transactions/native";
    private static final String CANCEL = "/wxv/cancelbill";
    private static final String OTHER = "1900000001";

    private final Simulator first = Simulators.bundledBuilder().rememberOrders().start();
    private final Simulator second = Simulator.builder()
            .mchid(OTHER)
            .v2Key(Client.KEY)
            .rememberOrders()
            .sharePortOf(first)
            .start();

    @AfterEach
    void close() {
        second.close();
        first.close();
    }

    @Test
    void eachMerchantGetsItsV3Calls() throws Exception {
        order(first, Client.MCHID, "ORDER-A");
        order(second, OTHER, "ORDER-B");

        assertThat(second.baseUri()).isEqualTo(first.baseUri());
        assertThat(first.orders().list()).extracting(OrderSnapshot::outTradeNo).containsExactly("ORDER-A");
        assertThat(second.orders().list()).extracting(OrderSnapshot::outTradeNo).containsExactly("ORDER-B");
    }

    @Test
    void eachMerchantGetsItsV2Calls() throws Exception {
        second.next(CANCEL, Behavior.businessError("ORDER_CLOSED", "订单已关闭"));
        Map<String, String> others = Client.cancelbill();
        others.put("mch_id", OTHER);

        assertThat(Client.read(Client.withCertificate(first).post(CANCEL, Client.cancelbill())))
                .containsEntry("err_code", "ORDER_NOT_EXIST");
        assertThat(Client.read(Client.withCertificate(second).post(CANCEL, others)))
                .containsEntry("err_code", "ORDER_CLOSED");
        assertThat(first.calls()).hasSize(1);
        assertThat(second.calls()).hasSize(1);
    }

    @Test
    void firstMerchantRejectsUnknownOne() throws Exception {
        Map<String, String> strangers = Client.cancelbill();
        strangers.put("mch_id", "1900000999");

        assertThat(Client.read(Client.withCertificate(second).post(CANCEL, strangers)))
                .containsEntry("return_code", "FAIL");
        assertThat(first.calls()).hasSize(1);
    }

    @Test
    void closedMerchantIsGoneAndPortStaysOpen() throws Exception {
        second.close();

        assertThat(new V3Client(second)
                        .get("/v3/certificates")
                        .authorization("mchid", OTHER)
                        .send()
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void merchantIsOnPortOnce() {
        SimulatorBuilder again = Simulator.builder().mchid(OTHER).sharePortOf(first);

        assertThatIllegalArgumentException().isThrownBy(again::start).withMessageContaining(OTHER);
    }

    private static void order(Simulator simulator, String mchid, String number) throws Exception {
        String order = V3PaymentsTest.order(number, 100).replace(Client.MCHID, mchid);
        assertThat(new V3Client(simulator)
                        .post(NATIVE, order)
                        .authorization("mchid", mchid)
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }
}

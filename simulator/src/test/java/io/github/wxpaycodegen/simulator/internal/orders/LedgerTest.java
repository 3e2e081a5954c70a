package io.github.wxpaycodegen.simulator.internal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.internal.endpoints.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rules of orders that depend on time and number. */
class LedgerTest {
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void prepayIdLivesTwoHours() throws Exception {
        JsonNode first = shop.order("ORDER-1", "");
        shop.gateway.advance(Duration.ofHours(2));
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.orders().pay("ORDER-1"))
                .withMessageContaining("PREPAY_EXPIRED");

        JsonNode second = shop.order("ORDER-1", "");

        assertThat(second).isNotEqualTo(first);
        assertThat(shop.order("ORDER-1", "")).isEqualTo(second);
        shop.gateway.orders().pay("ORDER-1");
        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("SUCCESS");
    }

    @Test
    void h5LinkLivesFiveMinutes() throws Exception {
        String order = """
                {'appid': '%s', 'mchid': '%s', 'description': 'tea', 'out_trade_no': 'ORDER-1',
                'notify_url': 'https://localhost:1/none', 'amount': {'total': 100},
                'scene_info': {'payer_client_ip': '127.0.0.1', 'h5_info': {'type': 'Wap'}}}
                """.formatted(Shop.APPID, Client.MCHID);
        shop.post("/v3/pay/transactions/h5", order);
        shop.gateway.advance(Duration.ofMinutes(5));
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.orders().pay("ORDER-1"))
                .withMessageContaining("PREPAY_EXPIRED");

        shop.post("/v3/pay/transactions/h5", order);
        shop.gateway.orders().pay("ORDER-1");

        assertThat(shop.gateway.orders().state("ORDER-1")).isEqualTo("SUCCESS");
    }

    @Test
    void orderHasFiftyRefundsAtMost() throws Exception {
        shop.pay("ORDER-1", "");
        for (int i = 1; i <= 50; i++) {
            shop.post(REFUNDS, Shop.refund("ORDER-1", "R" + i, 1));
        }

        shop.refusesPost(REFUNDS, Shop.refund("ORDER-1", "R51", 1), 400, "INVALID_REQUEST");
        assertThat(shop.post(REFUNDS, Shop.refund("ORDER-1", "R50", 1))
                        .get("out_refund_no")
                        .asString())
                .isEqualTo("R50");
    }

    @Test
    void orderIsRefundedWithinAYear() throws Exception {
        shop.pay("ORDER-1", "");
        shop.gateway.advance(Duration.ofDays(364));
        shop.post(REFUNDS, Shop.refund("ORDER-1", "R1", 1));
        shop.gateway.advance(Duration.ofDays(2));

        shop.refusesPost(REFUNDS, Shop.refund("ORDER-1", "R2", 1), 400, "INVALID_REQUEST");
        assertThat(shop.v2(
                        "/secapi/pay/refund",
                        "appid",
                        Shop.APPID,
                        "mch_id",
                        Client.MCHID,
                        "out_trade_no",
                        "ORDER-1",
                        "out_refund_no",
                        "R2",
                        "total_fee",
                        "100",
                        "refund_fee",
                        "1"))
                .containsEntry("err_code", "TRADE_OVERDUE");
    }

    @Test
    void timeMovesOnlyForward() {
        Instant before = shop.gateway.time();

        shop.gateway.advance(Duration.ofDays(1));

        assertThat(shop.gateway.time()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.gateway.advance(Duration.ofNanos(-1)))
                .withMessage("time can only be moved forward (was PT-0.000000001S)");
    }

    @Test
    void timeStaysWhereDatesCanBeWritten() throws Exception {
        shop.gateway.advance(Duration.ofDays(1));

        for (Duration tooFar : List.of(Duration.ofDays(365_000), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shop.gateway.advance(tooFar))
                    .withMessageStartingWith("time can be moved forward by at most 365000 days in all (was ");
        }

        assertThat(shop.pay("ORDER-1", "")).isNotEmpty();
        shop.gateway.advance(Duration.ofDays(364_999));
        assertThat(shop.pay("ORDER-2", "")).isNotEmpty();
    }

    @Test
    void resetForgetsWhatWasShared() throws Exception {
        shop.pay("ORDER-1", "'profit_sharing': true");
        shop.gateway.transfers().hold();
        shop.gateway.contracts().hold();
        shop.gateway.profitSharing().maxRatio(1);
        shop.gateway.advance(Duration.ofDays(1));

        shop.gateway.reset();

        assertThatIllegalStateException().isThrownBy(() -> shop.gateway.orders().state("ORDER-1"));
        String transactionId = shop.pay("ORDER-1", "'profit_sharing': true");
        assertThat(shop.gateway.profitSharing().unshared(transactionId)).isEqualTo(100);
        assertThat(shop.get("/v3/profitsharing/merchant-configs/1900000109")
                        .get("max_ratio")
                        .asInt())
                .isEqualTo(3000);
    }
}

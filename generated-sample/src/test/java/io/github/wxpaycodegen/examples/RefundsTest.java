package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.refund.DomesticRefundsRequest;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A handler of exceptions, tested without a gateway and with one. */
class RefundsTest {
    private final DomesticRefundsRequest request = DomesticRefundsRequest.builder()
            .outTradeNo("ORDER-1")
            .outRefundNo("REFUND-1")
            .amount(a -> a.refund(50).total(100).currency("CNY"))
            .build();

    @Test
    void findsRefundWhoseResponseIsLost() {
        Refund found = Refund.fromJson("""
                {"out_refund_no": "REFUND-1", "out_trade_no": "ORDER-1", "amount": {"refund": 50}, "status": "SUCCESS"}
                """);
        Refunds refunds = new Refunds(request -> {
            throw TransportException.builder(Outcome.UNKNOWN).settlesTo(found).build();
        });

        assertThat(refunds.refund(request)).isEqualTo(found);
    }

    @Test
    void staysUnknownWhenTheNumberIsOfAnotherRefund() {
        for (Refund other : List.of(
                refund("ORDER-1", 40),
                refund("ORDER-2", 50),
                Refund.fromJson("{\"out_refund_no\": \"REFUND-1\", \"out_trade_no\": \"ORDER-1\"}"))) {
            TransportException lost =
                    TransportException.builder(Outcome.UNKNOWN).settlesTo(other).build();
            Refunds refunds = new Refunds(request -> {
                throw lost;
            });

            assertThatThrownBy(() -> refunds.refund(request)).isSameAs(lost);
        }
    }

    @Test
    void staysUnknownWhenTheQueryFails() {
        GatewayException notFound = GatewayException.builder(Outcome.REJECTED)
                .errorCode("RESOURCE_NOT_EXISTS")
                .build();
        TransportException lost = TransportException.builder(Outcome.UNKNOWN)
                .settleFailsWith(notFound)
                .build();
        Refunds refunds = new Refunds(request -> {
            throw lost;
        });

        assertThatThrownBy(() -> refunds.refund(request)).isSameAs(lost).hasSuppressedException(notFound);
    }

    @Test
    void reportsRejectionUnchanged() {
        GatewayException rejected = GatewayException.builder(Outcome.REJECTED)
                .errorCode("NOT_ENOUGH")
                .build();
        Refunds refunds = new Refunds(request -> {
            throw rejected;
        });

        assertThatThrownBy(() -> refunds.refund(request)).isSameAs(rejected);
    }

    @Test
    void findsRefundAtTheGateway() {
        try (Simulator gateway =
                        Simulator.builder().mchid("1230000109").rememberOrders().start();
                WxPay pay = WxPay.create(gateway.config()
                        .appid("wxd678efh567hg6787")
                        .maxAttempts(1)
                        .build())) {
            pay.v3().pay().transactions().native_(b -> b.description("Tea")
                    .outTradeNo("ORDER-1")
                    .notifyUrl("http://localhost:1/notify")
                    .amount(a -> a.total(100)));
            gateway.orders().pay("ORDER-1");
            gateway.next("/v3/refund/domestic/refunds", Behavior.dropAfterRequest());

            assertThat(new Refunds(pay).refund(request).outRefundNo()).isEqualTo("REFUND-1");
        }
    }

    private static Refund refund(String order, int amount) {
        return Refund.fromJson("""
                {"out_refund_no": "REFUND-1", "out_trade_no": "%s", "amount": {"refund": %d}, "status": "SUCCESS"}
                """.formatted(order, amount));
    }
}

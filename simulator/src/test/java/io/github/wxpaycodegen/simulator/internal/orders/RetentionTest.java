package io.github.wxpaycodegen.simulator.internal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forgetting of the oldest entries, so that the memory of a simulator is bounded. */
class RetentionTest {
    @Test
    void keepsEverythingUpToTheLimit() {
        Map<Integer, Boolean> entries = entries(20, 20);

        assertThat(Retention.trim(entries, done -> done, 20)).isFalse();
        assertThat(entries).hasSize(20);
    }

    @Test
    void forgetsTheOldestFinishedOnes() {
        Map<Integer, Boolean> entries = entries(21, 10);

        assertThat(Retention.trim(entries, done -> done, 20)).isTrue();
        assertThat(entries.keySet()).hasSize(18).contains(0, 1, 2, 9, 13).doesNotContain(10, 11, 12);
    }

    @Test
    void forgetsOpenOnesIfNoneIsFinished() {
        Map<Integer, Boolean> entries = entries(21, 21);

        Retention.trim(entries, done -> done, 20);

        assertThat(entries.keySet()).hasSize(18).doesNotContain(0, 1, 2).contains(3);
    }

    @Test
    void paymentIsForgottenWithItsRefunds() throws Exception {
        Ledger ledger = new Ledger(Clock.systemUTC(), new Numbers(), new Ledger.Listener() {
            @Override
            public void paid(Payment payment) {}

            @Override
            public void settled(Refund refund) {}
        });
        Payment open = ledger.create(order("OPEN"));
        Payment paid = ledger.pay(ledger.create(order("PAID")));
        ledger.refund(paid, new Refund.Request(Protocol.V3, "REFUND", 50, 100, Map.of()));

        for (int i = 1; i < Retention.MOST; i++) {
            ledger.create(order("ORDER-" + i));
        }

        assertThat(ledger.payments()).hasSizeLessThan(Retention.MOST);
        assertThatThrownBy(() -> ledger.byNumber("", "PAID")).hasMessage("订单不存在");
        assertThatThrownBy(() -> ledger.refund("REFUND")).hasMessage("退款单不存在");
        assertThatThrownBy(() -> ledger.close(open)).hasMessage("订单不存在");
        assertThat(ledger.byNumber("", "ORDER-" + (Retention.MOST - 1)).state()).isEqualTo(TradeState.NOTPAY);
    }

    /** Returns numbered entries, of which those from a number on are finished. */
    private static Map<Integer, Boolean> entries(int count, int finishedFrom) {
        Map<Integer, Boolean> entries = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> entries.put(i, i >= finishedFrom));
        return entries;
    }

    private static Order order(String number) {
        return new Order(Protocol.V3, "NATIVE", number, "", 100, "CNY", Optional.empty(), Map.of());
    }
}

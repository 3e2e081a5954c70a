package io.github.wxpaycodegen.simulator.internal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.values.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Deposits in the ledger of orders, without a gateway before it. */
class LedgerDepositTest {
    private static final Instant START = Instant.parse("2026-11-30T04:00:00Z");

    private final MovableClock clock = new MovableClock(Clock.fixed(START, ZoneOffset.UTC));
    private final List<Refund> settled = new ArrayList<>();
    private final Ledger ledger = new Ledger(clock, new Numbers(), new Ledger.Listener() {
        @Override
        public void paid(Payment payment) {}

        @Override
        public void settled(Refund refund) {
            settled.add(refund);
        }
    });

    @Test
    void restOfConsumedDepositIsReturned() throws Exception {
        Payment consumed = ledger.consume(paid("D1"), 1000, 600);

        assertThat(consumed.state()).isEqualTo(TradeState.REFUND);
        assertThat(consumed.consumed()).hasValue(600);
        assertThat(ledger.byNumber("", "D1")).isEqualTo(consumed);
        assertThat(settled).singleElement().satisfies(refund -> {
            assertThat(refund.request().amount()).isEqualTo(400);
            assertThat(refund.request().outRefundNo()).isEqualTo(refund.refundId());
            assertThat(refund.state()).isEqualTo(Refund.State.SUCCESS);
            assertThat(refund.settled()).hasValue(START);
        });
    }

    @Test
    void wholeDepositIsConsumedWithoutRefund() throws Exception {
        Payment consumed = ledger.consume(paid("D1"), 1000, 1000);

        assertThat(consumed.state()).isEqualTo(TradeState.SUCCESS);
        assertThat(consumed.consumed()).hasValue(1000);
        assertThat(ledger.refunds()).isEmpty();
    }

    @Test
    void depositIsConsumedOnce() throws Exception {
        Payment first = ledger.consume(paid("D1"), 1000, 600);

        assertThat(ledger.consume(first, 1000, 600)).isEqualTo(first);
        assertProblem(Problem.DEPOSIT_CONSUMED, () -> ledger.consume(first, 1000, 100));
        assertProblem(Problem.DEPOSIT_CONSUMED, () -> ledger.reverse(first));
        assertThat(ledger.refunds()).hasSize(1);
    }

    @Test
    void amountIsWithinDeposit() throws Exception {
        Payment paid = paid("D1");

        assertProblem(Problem.DEPOSIT_AMOUNT, () -> ledger.consume(paid, 1000, 1001));
        assertProblem(Problem.DEPOSIT_AMOUNT, () -> ledger.consume(paid, 1000, 0));
        assertProblem(Problem.DEPOSIT_AMOUNT, () -> ledger.consume(paid, 999, 500));
        assertThat(ledger.byNumber("", "D1")).isEqualTo(paid);
    }

    @Test
    void onlyPaidDepositIsConsumed() throws Exception {
        Payment open = ledger.create(order("D1", Map.of("deposit", "Y")));
        Payment reversed = ledger.reverse(paid("D2"));
        Payment ordinary = ledger.pay(ledger.create(order("O1", Map.of("deposit", "N"))));

        assertProblem(Problem.NOT_PAID, () -> ledger.consume(open, 1000, 600));
        assertProblem(Problem.NOT_PAID, () -> ledger.consume(reversed, 1000, 600));
        assertProblem(Problem.NOT_DEPOSIT, () -> ledger.consume(ordinary, 1000, 600));
    }

    @Test
    void consumedPartIsRefunded() throws Exception {
        Payment paid = paid("D1");
        assertProblem(Problem.DEPOSIT_NOT_CONSUMED, () -> ledger.refund(paid, refund("R1", 1)));
        Payment consumed = ledger.consume(paid, 1000, 600);

        ledger.refund(consumed, refund("R1", 250));
        assertProblem(Problem.REFUND_TOO_LARGE, () -> ledger.refund(consumed, refund("R2", 351)));
        ledger.refund(consumed, refund("R2", 350));

        assertThat(ledger.refunds())
                .extracting(refund -> refund.request().amount())
                .containsExactly(400L, 250L, 350L);
    }

    @Test
    void restIsHeldLikeOtherRefunds() throws Exception {
        ledger.holdRefunds();
        ledger.consume(paid("D1"), 1000, 600);

        Refund rest = ledger.refunds().get(0);
        assertThat(rest.state()).isEqualTo(Refund.State.PROCESSING);
        ledger.settle(rest, Refund.State.SUCCESS);

        assertThat(settled).hasSize(1);
    }

    @Test
    void depositIsReturnedAfterThirtyDays() throws Exception {
        Payment kept = ledger.consume(paid("D1"), 1000, 1000);
        paid("D2");
        clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThat(ledger.byNumber("", "D2").state()).isEqualTo(TradeState.SUCCESS);
        clock.advance(Duration.ofDays(2));

        ledger.returnOverdueDeposits();

        assertThat(settled).singleElement().satisfies(refund -> {
            assertThat(refund.request().amount()).isEqualTo(1000);
            assertThat(refund.created()).isEqualTo(START.plus(Duration.ofDays(30)));
        });
        Payment returned = ledger.byNumber("", "D2");
        assertThat(returned.state()).isEqualTo(TradeState.REFUND);
        assertProblem(Problem.NOT_PAID, () -> ledger.consume(returned, 1000, 600));
        assertProblem(Problem.REFUNDED, () -> ledger.reverse(returned));
        assertProblem(Problem.DEPOSIT_NOT_CONSUMED, () -> ledger.refund(returned, refund("R1", 1)));
        assertThat(ledger.byNumber("", "D1")).isEqualTo(kept);
        assertThat(ledger.payments()).hasSize(2);
        assertThat(settled).hasSize(1);
    }

    @Test
    void lookingAtOverdueDepositReturnsIt() throws Exception {
        paid("D1");
        paid("D2");
        clock.advance(Duration.ofDays(30));

        assertThat(ledger.byNumber("", "D1").state()).isEqualTo(TradeState.REFUND);
        assertThat(settled).hasSize(1);
        assertThat(ledger.payments()).extracting(Payment::state).containsOnly(TradeState.REFUND);
        assertThat(settled).hasSize(2);
    }

    private Payment paid(String number) throws ProblemException {
        return ledger.pay(ledger.create(order(number, Map.of("deposit", "Y"))));
    }

    private static Order order(String number, Map<String, String> request) {
        return new Order(Protocol.V2, "JSAPI", number, "", 1000, "CNY", Optional.empty(), request);
    }

    private static Refund.Request refund(String number, long amount) {
        return new Refund.Request(Protocol.V2, number, amount, 1000, Map.of());
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}

package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.Applyment;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon;
import io.github.wxpaycodegen.simulator.internal.products.Complaint;
import io.github.wxpaycodegen.simulator.internal.products.Contract;
import io.github.wxpaycodegen.simulator.internal.products.Coupon;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreOrder;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket;
import io.github.wxpaycodegen.simulator.internal.products.Transfer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The actions that snapshots list are methods of the parts that return these snapshots. */
class TransitionsTest {
    private static final Map<Class<?>, List<? extends Transition<?>>> PARTS = Map.of(
            Applyments.class, List.of(Applyment.Change.values()),
            Complaints.class, List.of(Complaint.Change.values()),
            Contracts.class, List.of(Contract.Change.values()),
            Coupons.class, List.of(Coupon.Change.values()),
            MerchantCoupons.class, List.of(BusifavorCoupon.Change.values()),
            PayScore.class, List.of(PayScoreOrder.Change.values()),
            RedPackets.class, List.of(RedPacket.Change.values()),
            Rentals.class, List.of(ServiceOrder.Change.values()),
            Transfers.class, List.of(Transfer.Change.values()));

    @Test
    void everyTransitionIsMethodOfPart() {
        PARTS.forEach((part, transitions) -> assertThat(Arrays.stream(part.getMethods())
                        .filter(method -> method.getDeclaringClass() == part)
                        .map(Method::getName)
                        .collect(Collectors.toSet()))
                .as(part.getSimpleName())
                .containsAll(transitions.stream().map(Transition::method).toList()));
    }

    @Test
    void everyTransitionHasStateThatAllowsIt() {
        PARTS.values()
                .forEach(transitions -> transitions.forEach(transition ->
                        assertThat(transition.from()).as(transition.name()).isNotEmpty()));
    }

    @Test
    void stateAllowsTransitionsFromIt() {
        assertThat(Transition.allowed(Complaint.Change.values(), Complaint.State.PENDING))
                .containsExactly("reply", "revoke");
        assertThat(Transition.allowed(Complaint.Change.values(), Complaint.State.PROCESSED))
                .containsExactly("continueComplaint");
        assertThat(Transition.allowed(ServiceOrder.Change.values(), ServiceOrder.State.FINISHED))
                .containsExactly("pay", "failPayment");
        assertThat(Transition.allowed(Applyment.Change.values(), Applyment.State.CANCELED))
                .isEmpty();
    }
}

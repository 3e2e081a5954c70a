package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.Coupon;
import io.github.wxpaycodegen.simulator.internal.products.CouponLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * Actions of users on coupons (代金券). Returned by {@link Simulator#coupons()}.
 *
 * <p>A coupon is identified by its {@code coupon_id}. Notifications go to the URL that the merchant has set with {@code
 * v3/marketing/favor/callbacks}. An action on a coupon or an order that does not exist, or whose state does not allow
 * it, throws {@link IllegalStateException}.
 */
public final class Coupons {
    private final Ledger ledger;
    private final CouponLedger coupons;

    Coupons(Ledger ledger, CouponLedger coupons) {
        this.ledger = ledger;
        this.coupons = coupons;
    }

    /**
     * Uses a coupon for an order that has been paid: {@code USED}, with the notification {@code COUPON.USE}. The order
     * must be at least the {@code transaction_minimum}. Its amount in queries and bills stays as it is.
     */
    public void use(String couponId, String outTradeNo) {
        Arguments.required(outTradeNo, "outTradeNo");
        DirectActions.perform(couponId, () -> coupons.use(couponId, payment(outTradeNo)));
    }

    private Payment payment(String outTradeNo) throws ProblemException {
        return ledger.payments().stream()
                .filter(payment -> payment.order().outTradeNo().equals(outTradeNo))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }

    /** Lets a coupon expire as if its time were over: {@code EXPIRED}. With time, that happens by itself. */
    public void expire(String couponId) {
        DirectActions.perform(couponId, () -> coupons.expire(couponId));
    }

    /** Returns the state of a coupon as a query returns it: {@code SENDED}, {@code USED}, {@code EXPIRED}. */
    public String state(String couponId) {
        return DirectActions.perform(couponId, () -> coupons.coupon(couponId))
                .state()
                .name();
    }

    /** Returns all coupons of all users, oldest first. */
    public List<ProductSnapshot> list() {
        return coupons.coupons().stream()
                .map(coupon -> new ProductSnapshot(
                        coupon.id(),
                        coupon.state().name(),
                        coupon.stock().text("stock_name"),
                        OptionalLong.of(coupon.value()),
                        coupon.created(),
                        Transition.allowed(Coupon.Change.values(), coupon.state())))
                .toList();
    }

    void reset() {
        coupons.clear();
    }
}

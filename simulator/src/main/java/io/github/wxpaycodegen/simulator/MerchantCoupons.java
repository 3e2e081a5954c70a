package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * Actions of users on merchant coupons (商家券, {@code busifavor}). Returned by {@link Simulator#merchantCoupons()}.
 *
 * <p>A coupon is identified by its {@code coupon_code}. It is unique within its stock only, unless WeChat Pay assigns it:
 * without a {@code stock_id}, the action is on the oldest coupon with the code. The merchant uses, returns and
 * deactivates coupons itself, by its requests. Notifications go to the URL that the merchant has set with {@code
 * v3/marketing/busifavor/callbacks}. An action on a stock or a coupon that does not exist, or whose state does not allow
 * it, throws {@link IllegalStateException}.
 *
 * <p>A coupon of a stock with {@code MERCHANT_UPLOAD} gets any of the uploaded codes that are left, as WeChat Pay chooses
 * by chance; the same requests in the same order get the same codes.
 */
public final class MerchantCoupons {
    private final BusifavorLedger coupons;

    MerchantCoupons(BusifavorLedger coupons) {
        this.coupons = coupons;
    }

    /**
     * Takes a coupon of a stock, as a user does in a mini program: {@code SENDED}, with the notification {@code
     * COUPON.SEND}. The notification contains the {@code openid} only if the stock has a {@code
     * notify_config.notify_appid}. The merchant names the codes of a stock with {@code MERCHANT_API}, so that its coupons
     * are sent by {@code v3/marketing/busifavor/coupons/send} only.
     *
     * @return the {@code coupon_code}
     */
    public String receive(String stockId, String openid) {
        Arguments.required(openid, "openid");
        return DirectActions.perform(stockId, () -> coupons.receive(stockId, openid))
                .code();
    }

    /** Lets a coupon expire as if its time were over: {@code EXPIRED}. With time, that happens by itself. */
    public void expire(String couponCode) {
        DirectActions.perform(couponCode, () -> coupons.expire(couponCode, ""));
    }

    /** Same as {@link #expire(String)}, for the coupon of a stock. */
    public void expire(String stockId, String couponCode) {
        Arguments.required(stockId, "stockId");
        DirectActions.perform(couponCode, () -> coupons.expire(couponCode, stockId));
    }

    /**
     * Returns the state of a coupon as a query returns it: {@code SENDED}, {@code USED}, {@code EXPIRED}, {@code
     * DEACTIVATED}.
     */
    public String state(String couponCode) {
        return state("", couponCode);
    }

    /** Same as {@link #state(String)}, for the coupon of a stock. */
    public String state(String stockId, String couponCode) {
        Arguments.required(stockId, "stockId");
        return DirectActions.perform(couponCode, () -> coupons.coupon(couponCode, stockId, ""))
                .state()
                .name();
    }

    /**
     * Returns all coupons of all users, oldest first. The {@linkplain ProductSnapshot#number number} of each is its {@code
     * stock_id}, a colon and its {@code coupon_code}.
     */
    public List<ProductSnapshot> list() {
        return coupons.coupons().stream()
                .map(coupon -> new ProductSnapshot(
                        coupon.stock().id() + ":" + coupon.code(),
                        coupon.state().name(),
                        coupon.stock().text("stock_name"),
                        amount(coupon.stock().value()),
                        coupon.created(),
                        Transition.allowed(BusifavorCoupon.Change.values(), coupon.state())))
                .toList();
    }

    private static OptionalLong amount(long value) {
        return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }

    void reset() {
        coupons.clear();
    }
}

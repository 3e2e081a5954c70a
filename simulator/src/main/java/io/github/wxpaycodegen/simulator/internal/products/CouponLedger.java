package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.CouponUrl;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stocks of coupons of the merchant and the coupons of its users, in memory, and their rules. */
public final class CouponLedger {
    /** Listener that is notified of coupons that were used. It must not block. */
    public interface Listener {
        /**
         * Announces a use.
         *
         * @param url where the merchant wants to be notified; empty if nowhere
         */
        void used(Coupon coupon, String url);
    }

    private static final String NORMAL = "coupon_use_rule.fixed_normal_coupon.";
    private static final String AVAILABLE = "coupon_use_rule.coupon_available_time.";

    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Register<CouponStock> stocks = new Register<>(Problem.NO_STOCK, Problem.STOCK_DIFFERS);
    private final Register<Coupon> coupons = new Register<>(Problem.NO_COUPON, Problem.COUPON_DIFFERS);
    private final CouponUrl url = new CouponUrl();

    /** Creates an empty ledger. */
    public CouponLedger(Clock clock, Numbers numbers, Listener listener) {
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Removes all stocks, all coupons and the URL for notifications. */
    public synchronized void clear() {
        stocks.clear();
        coupons.clear();
        url.clear();
    }

    /** Returns the URL for notifications of coupons that were used. */
    public CouponUrl url() {
        return url;
    }

    /** Creates a stock, which must be activated. An equal request returns the existing one. */
    public synchronized CouponStock createStock(Map<String, String> request) throws ProblemException {
        String key = request.getOrDefault("out_request_no", "");
        return stocks.create(
                key,
                request,
                () -> new CouponStock(
                        key,
                        request,
                        numbers.stockId(),
                        clock.instant(),
                        CouponStock.State.UNACTIVATED,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0));
    }

    /**
     * Returns the stock with a {@code stock_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized CouponStock stock(String id) throws ProblemException {
        return stocks.first(stock -> stock.id().equals(id));
    }

    /** Returns all stocks, oldest first. */
    public synchronized List<CouponStock> stocks() {
        return stocks.all();
    }

    /** Activates a stock. */
    public synchronized CouponStock start(String id) throws ProblemException {
        return stocks.keep(in(id, CouponStock.State.UNACTIVATED).started(clock.instant()));
    }

    /** Pauses a stock that is running. */
    public synchronized CouponStock pause(String id) throws ProblemException {
        return stocks.keep(in(id, CouponStock.State.RUNNING).with(CouponStock.State.PAUSED));
    }

    /** Restarts a paused stock. */
    public synchronized CouponStock restart(String id) throws ProblemException {
        return stocks.keep(in(id, CouponStock.State.PAUSED).with(CouponStock.State.RUNNING));
    }

    /** Stops a stock for good. Users can still use the coupons that they have. */
    public synchronized CouponStock stop(String id) throws ProblemException {
        CouponStock open = in(id, CouponStock.State.UNACTIVATED, CouponStock.State.RUNNING, CouponStock.State.PAUSED);
        return stocks.keep(open.stopped(clock.instant()));
    }

    private CouponStock in(String id, CouponStock.State... allowed) throws ProblemException {
        CouponStock stock = stock(id);
        if (!Set.of(allowed).contains(stock.state())) {
            throw new ProblemException(Problem.STOCK_STATE);
        }
        return stock;
    }

    /** Gives a user a coupon. An equal request returns the existing one. */
    public synchronized Coupon send(Map<String, String> request) throws ProblemException {
        String key = request.getOrDefault("out_request_no", "");
        return current(coupons.create(
                key,
                request,
                () -> coupon(key, request),
                coupon -> stocks.keep(stock(coupon.stock().id()).distributed(coupon.value()))));
    }

    private Coupon coupon(String key, Map<String, String> request) throws ProblemException {
        CouponStock stock = in(request.getOrDefault("stock_id", ""), CouponStock.State.RUNNING);
        Instant now = clock.instant();
        long value = amount(request, "coupon_value", stock.text(NORMAL + "coupon_amount"));
        requireRest(stock, value, request.getOrDefault("openid", ""), now);
        Instant end = stock.time(AVAILABLE + "available_end_time")
                .or(() -> stock.time("available_end_time"))
                .orElseThrow(() -> new ProblemException(Problem.BAD_TIME));
        if (!now.isBefore(end)) {
            throw new ProblemException(Problem.STOCK_STATE);
        }
        return new Coupon(
                key,
                request,
                stock,
                numbers.couponId(),
                value,
                amount(request, "coupon_minimum", stock.text(NORMAL + "transaction_minimum")),
                now,
                latest(
                        isOfSecondDay(stock)
                                ? BeijingTime.midnight(BeijingTime.day(now).plusDays(1))
                                : now,
                        stock.time(AVAILABLE + "available_begin_time").or(() -> stock.time("available_begin_time"))),
                earliest(end, life(stock).map(now::plus)),
                Coupon.State.SENDED,
                Optional.empty());
    }

    /** Returns true if coupons can be used only from the day after that on which the user got them. */
    private static boolean isOfSecondDay(CouponStock stock) {
        return stock.text(AVAILABLE + "second_day_available").equals("true");
    }

    private static Instant latest(Instant first, Optional<Instant> second) {
        return second.filter(first::isBefore).orElse(first);
    }

    private static Instant earliest(Instant first, Optional<Instant> second) {
        return second.filter(first::isAfter).orElse(first);
    }

    /** Returns how long a coupon can be used after the user got it; empty for no such limit. */
    private static Optional<Duration> life(CouponStock stock) {
        String minutes = stock.text(AVAILABLE + "available_time_after_receive");
        return minutes.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    private static long amount(Map<String, String> request, String field, String otherwise) {
        String given = request.getOrDefault(field, "");
        String text = given.isEmpty() ? otherwise : given;
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private void requireRest(CouponStock stock, long value, String openid, Instant now) throws ProblemException {
        LocalDate today = BeijingTime.day(now);
        List<Coupon> given = coupons.all().stream()
                .filter(coupon -> coupon.stock().id().equals(stock.id()))
                .toList();
        long spentToday = given.stream()
                .filter(coupon -> BeijingTime.day(coupon.created()).equals(today))
                .mapToLong(Coupon::value)
                .sum();
        if (stock.distributed() >= stock.limit("max_coupons")
                || value > stock.limit("max_amount") - stock.spent()
                || value > stock.limit("max_amount_by_day") - spentToday) {
            throw new ProblemException(Problem.STOCK_EXHAUSTED);
        }
        if (given.stream().filter(coupon -> coupon.openid().equals(openid)).count()
                >= stock.limit("max_coupons_per_user")) {
            throw new ProblemException(Problem.COUPON_LIMIT);
        }
    }

    /**
     * Returns the coupon with a {@code coupon_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Coupon coupon(String id) throws ProblemException {
        return current(coupons.first(coupon -> coupon.id().equals(id)));
    }

    /** Returns all coupons, oldest first. */
    public synchronized List<Coupon> coupons() {
        return coupons.all().stream().map(this::current).toList();
    }

    private Coupon current(Coupon coupon) {
        boolean late = !clock.instant().isBefore(coupon.end());
        return coupon.state() == Coupon.State.SENDED && late ? coupons.keep(coupon.expired()) : coupon;
    }

    /** Uses a coupon with a payment. */
    public synchronized Coupon use(String id, Payment payment) throws ProblemException {
        Coupon coupon = coupon(id);
        Instant now = clock.instant();
        if (payment.receipt().isEmpty()) {
            throw new ProblemException(Problem.NOT_PAID);
        }
        Coupon.Change.USE.require(coupon.state(), Problem.COUPON_STATE);
        if (now.isBefore(coupon.begin()) || payment.order().total() < coupon.minimum()) {
            throw new ProblemException(Problem.COUPON_STATE);
        }
        Coupon used = coupons.keep(coupon.used(new Coupon.Use(payment, now)));
        listener.used(used, url.target());
        return used;
    }

    /** Lets a coupon expire, as if its time were over. */
    public synchronized Coupon expire(String id) throws ProblemException {
        Coupon coupon = coupon(id);
        Coupon.Change.EXPIRE.require(coupon.state(), Problem.COUPON_STATE);
        return coupons.keep(coupon.expired());
    }
}

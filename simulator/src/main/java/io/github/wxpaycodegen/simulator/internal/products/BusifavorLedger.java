package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.CouponUrl;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon.Action;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon.Step;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorStock.CodeMode;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stocks of merchant coupons (商家券) and the coupons of users, in memory, and their rules. */
public final class BusifavorLedger {
    /** A way in which users get coupons, named as on the wire. */
    public enum Channel {
        API,
        MINIAPP
    }

    /** Listener that is notified of coupons that users got. It must not block. */
    public interface Listener {
        /**
         * Announces a coupon.
         *
         * @param url where the merchant wants to be notified; empty if nowhere
         */
        void received(BusifavorCoupon coupon, Channel channel, String url);
    }

    /**
     * A stock and its figures of one moment.
     *
     * @param codes the uploaded codes, oldest first
     * @param sentToday how many coupons users got today
     */
    public record Report(BusifavorStock stock, boolean running, List<BusifavorCode> codes, int sentToday) {
        public Report {
            codes = List.copyOf(codes);
        }
    }

    /** A change of a stock or of its budget. */
    private record Change(String key, Map<String, String> request) implements Register.Entry {
        Change {
            request = Map.copyOf(request);
        }

        @Override
        public boolean isFinished() {
            return true;
        }
    }

    /** Names of the number with which each limit is compared, for messages. */
    private static final Map<String, String> SENT = Map.of("max_coupons", "已发放数量", "max_coupons_by_day", "当天已发放数量");

    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Register<BusifavorStock> stocks = new Register<>(Problem.NO_STOCK, Problem.STOCK_DIFFERS);
    private final Register<Change> modifications = new Register<>(Problem.NO_STOCK, Problem.BUSIFAVOR_NUMBER_USED);
    private final Register<Change> budgets = new Register<>(Problem.NO_STOCK, Problem.BUSIFAVOR_NUMBER_USED);
    private final Register<BusifavorCoupon> coupons =
            new Register<>(Problem.NO_BUSIFAVOR_COUPON, Problem.COUPON_DIFFERS);
    private final BusifavorCodes codes = new BusifavorCodes();
    private final CouponUrl url = new CouponUrl();

    /** Creates an empty ledger. */
    public BusifavorLedger(Clock clock, Numbers numbers, Listener listener) {
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Removes all stocks, codes and coupons, and the URL for notifications. */
    public synchronized void clear() {
        stocks.clear();
        modifications.clear();
        budgets.clear();
        coupons.clear();
        codes.clear();
        url.clear();
    }

    /** Returns the URL for notifications of coupons that users got. */
    public CouponUrl url() {
        return url;
    }

    /** Creates a stock. An equal request returns the existing one. */
    public synchronized BusifavorStock createStock(Map<String, String> request) throws ProblemException {
        String key = request.getOrDefault("out_request_no", "");
        return stocks.create(key, request, () -> {
            Instant now = clock.instant();
            BusifavorRules.validate(request, now);
            return BusifavorStock.of(key, request, numbers.busifavorStockId(), now);
        });
    }

    /**
     * Returns the stock with a {@code stock_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized BusifavorStock stock(String id) throws ProblemException {
        return stocks.first(stock -> stock.id().equals(id));
    }

    /**
     * Returns a stock with its figures of the same moment.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Report report(String id) throws ProblemException {
        BusifavorStock stock = stock(id);
        return new Report(
                stock,
                stock.isRunning(clock.instant()),
                codes.all(id),
                today(stock).size());
    }

    private BusifavorStock running(String id) throws ProblemException {
        BusifavorStock stock = stock(id);
        if (!stock.isRunning(clock.instant())) {
            throw new ProblemException(Problem.STOCK_STATE);
        }
        return stock;
    }

    /**
     * Changes the fields of a stock that a request has. The number of the stock stays that of its creation. An equal request
     * does nothing more, so that a late repetition does not undo what was changed since then.
     */
    public synchronized void modifyStock(String id, Map<String, String> request) throws ProblemException {
        String key = request.getOrDefault("out_request_no", "");
        modifications.create(key, request, () -> {
            Map<String, String> changed = new LinkedHashMap<>(request);
            changed.keySet().removeAll(List.of("stock_id", "out_request_no"));
            stocks.keep(running(id).withRules(changed));
            return new Change(key, request);
        });
    }

    /**
     * Changes one of the two limits of a stock, from the value that the merchant believes to be the current one. An equal
     * request does nothing more.
     */
    public synchronized BusifavorStock changeBudget(String id, Map<String, String> request) throws ProblemException {
        String key = request.getOrDefault("modify_budget_request_no", "");
        budgets.create(key, request, () -> {
            BusifavorStock stock = running(id);
            boolean daily = budget(request, "target_max_coupons_by_day").isPresent();
            if (daily == budget(request, "target_max_coupons").isPresent()) {
                throw new ProblemException(
                        Problem.BUSIFAVOR_FIELDS, "target_max_coupons与target_max_coupons_by_day必须且只能填写一个");
            }
            stocks.keep(
                    daily
                            ? withLimit(
                                    stock, "max_coupons_by_day", today(stock).size(), request)
                            : withLimit(stock, "max_coupons", stock.sent(), request));
            return new Change(key, request);
        });
        return stock(id);
    }

    /**
     * Returns the stock with another limit. A current limit of 0 means none, as in the response, so that a limit can be
     * introduced.
     */
    private static BusifavorStock withLimit(BusifavorStock stock, String name, long sent, Map<String, String> request)
            throws ProblemException {
        long target = budget(request, "target_" + name).orElse(0L);
        String given = request.getOrDefault("current_" + name, "");
        Optional<Long> current = stock.findLimit(name);
        if (given.isEmpty() || (Long.parseLong(given) == 0 && current.isPresent())) {
            throw new ProblemException(Problem.BUSIFAVOR_FIELDS, "填写target_" + name + "时，current_" + name + "必填");
        }
        if (Long.parseLong(given) != current.orElse(0L)) {
            throw new ProblemException(
                    Problem.BUSIFAVOR_BUDGET,
                    "current_" + name + "：与批次当前的"
                            + current.map(Object::toString).orElse("0（无上限）") + "不符");
        }
        if (target < sent) {
            throw new ProblemException(Problem.BUSIFAVOR_BUDGET, "target_" + name + "：不能小于" + SENT.get(name) + sent);
        }
        return stock.withLimit(name, target);
    }

    /** Returns a number of a change of the budget; empty if it is absent or 0, which clients send for absent numbers. */
    private static Optional<Long> budget(Map<String, String> request, String field) {
        return Optional.of(request.getOrDefault(field, ""))
                .filter(text -> !text.isEmpty())
                .map(Long::valueOf)
                .filter(number -> number != 0);
    }

    /** Returns the coupons of a stock that users got today, as far as they are remembered. */
    private List<BusifavorCoupon> today(BusifavorStock stock) {
        LocalDate today = BeijingTime.day(clock.instant());
        return of(stock).stream()
                .filter(coupon -> BeijingTime.day(coupon.created()).equals(today))
                .toList();
    }

    private List<BusifavorCoupon> of(BusifavorStock stock) {
        return coupons.all().stream()
                .filter(coupon -> coupon.stock().id().equals(stock.id()))
                .toList();
    }

    /** Adds codes for the coupons of a stock. An equal request returns the existing upload. */
    public synchronized BusifavorUpload upload(String id, List<String> given, Map<String, String> request)
            throws ProblemException {
        if (stock(id).codeMode() != CodeMode.MERCHANT_UPLOAD) {
            throw new ProblemException(Problem.COUPON_CODE_MODE);
        }
        return codes.upload(id, given, request, clock.instant());
    }

    /** Returns the uploaded codes of a stock, oldest first. */
    public synchronized List<BusifavorCode> codes(String id) throws ProblemException {
        return codes.all(stock(id).id());
    }

    /**
     * Returns an uploaded code.
     *
     * @throws ProblemException if there is none
     */
    public synchronized BusifavorCode code(String id, String code) throws ProblemException {
        return codes.find(id, code);
    }

    /**
     * Deletes an uploaded code that no user has. An equal request does nothing more.
     *
     * @return when it was deleted
     */
    public synchronized Instant deleteCode(String id, String code, Map<String, String> request)
            throws ProblemException {
        return codes.delete(id, code, request, clock.instant());
    }

    /** Gives a user a coupon. An equal request returns the existing one. */
    public synchronized BusifavorCoupon send(Map<String, String> request, Channel channel) throws ProblemException {
        String key = request.getOrDefault("out_request_no", "");
        return current(coupons.create(key, request, () -> coupon(key, request), coupon -> {
            BusifavorStock stock = stock(coupon.stock().id());
            if (stock.codeMode() == CodeMode.MERCHANT_UPLOAD) {
                codes.give(coupon);
            }
            stocks.keep(stock.withOneMoreSent());
            listener.received(coupon, channel, url.target());
        }));
    }

    /** Gives a user a coupon of a stock, as if the user had taken it. */
    public BusifavorCoupon receive(String id, String openid) throws ProblemException {
        return send(
                Map.of("stock_id", id, "openid", openid, "out_request_no", "USER" + numbers.busifavorCode()),
                Channel.MINIAPP);
    }

    private BusifavorCoupon coupon(String key, Map<String, String> request) throws ProblemException {
        BusifavorStock stock = running(request.getOrDefault("stock_id", ""));
        Instant now = clock.instant();
        requireRest(stock, request.getOrDefault("openid", ""));
        BusifavorTimes times = BusifavorTimes.of(stock, now);
        return new BusifavorCoupon(
                key,
                request,
                stock,
                newCode(stock, request.getOrDefault("coupon_code", "")),
                now,
                times.begin(),
                times.end(),
                BusifavorCoupon.State.SENDED,
                List.of());
    }

    private void requireRest(BusifavorStock stock, String openid) throws ProblemException {
        long value = stock.value();
        int sentToday = today(stock).size();
        if (stock.sent() >= stock.limit("max_coupons")
                || sentToday >= stock.limit("max_coupons_by_day")
                || value > stock.limit("max_amount") - stock.sent() * value
                || value > stock.limit("max_amount_by_day") - sentToday * value) {
            throw new ProblemException(Problem.BUSIFAVOR_STOCK_LIMIT);
        }
        long ofUser = of(stock).stream()
                .filter(coupon -> coupon.openid().equals(openid))
                .count();
        if (ofUser >= stock.limit("max_coupons_per_user")) {
            throw new ProblemException(Problem.COUPON_LIMIT);
        }
    }

    /** Returns the code of a new coupon. Only the merchant of {@link CodeMode#MERCHANT_API} names it. */
    private String newCode(BusifavorStock stock, String given) throws ProblemException {
        if (given.isEmpty() == (stock.codeMode() == CodeMode.MERCHANT_API)) {
            throw new ProblemException(Problem.COUPON_CODE_MODE);
        }
        return switch (stock.codeMode()) {
            case WECHATPAY_MODE -> numbers.busifavorCode();
            case MERCHANT_UPLOAD -> codes.next(stock.id());
            case MERCHANT_API -> {
                if (of(stock).stream().anyMatch(coupon -> coupon.code().equals(given))) {
                    throw new ProblemException(Problem.COUPON_CODE_USED);
                }
                yield given;
            }
        };
    }

    /**
     * Returns the coupon with a {@code coupon_code}.
     *
     * @param stockId empty for any stock
     * @param openid empty for any user
     * @throws ProblemException if there is none
     */
    public synchronized BusifavorCoupon coupon(String code, String stockId, String openid) throws ProblemException {
        return current(coupons.first(coupon -> coupon.code().equals(code)
                && (stockId.isEmpty() || coupon.stock().id().equals(stockId))
                && (openid.isEmpty() || coupon.openid().equals(openid))));
    }

    /** Returns all coupons, oldest first. */
    public synchronized List<BusifavorCoupon> coupons() {
        return coupons.all().stream().map(this::current).toList();
    }

    private BusifavorCoupon current(BusifavorCoupon coupon) {
        boolean late = !clock.instant().isBefore(coupon.end());
        return coupon.state() == BusifavorCoupon.State.SENDED && late ? coupons.keep(coupon.expired()) : coupon;
    }

    /**
     * Performs an action of the merchant on a coupon. An equal request changes nothing, as long as nothing was done with
     * the coupon since then; for anything else its number cannot be used again. Each attempt of a request may have another
     * {@code use_time}.
     *
     * @param number the merchant's number of the request
     * @param detail the order of an association, or the reason of a deactivation; empty for others
     * @return the coupon, whose last such action is this one
     */
    public synchronized BusifavorCoupon perform(
            Action action, Map<String, String> request, String number, String detail) throws ProblemException {
        Map<String, String> content = new LinkedHashMap<>(request);
        content.remove("use_time");
        BusifavorCoupon coupon = named(request);
        if (coupon.latestLike(action)
                .filter(step -> step.hasNumber(action, number) && step.request().equals(content))
                .isPresent()) {
            return coupon;
        }
        if (coupons.all().stream()
                .flatMap(each -> each.steps().stream())
                .anyMatch(step -> step.hasNumber(action, number))) {
            throw new ProblemException(Problem.BUSIFAVOR_NUMBER_USED);
        }
        Instant now = clock.instant();
        if (!allows(coupon, action, detail, now)) {
            throw new ProblemException(Problem.BUSIFAVOR_COUPON_STATE);
        }
        if (action == Action.USE && isUsedAfterItsEnd(coupon, request)) {
            throw new ProblemException(
                    Problem.BUSIFAVOR_COUPON_STATE, "use_time：晚于券的可用结束时间" + BeijingTime.v3(coupon.end()));
        }
        return coupons.keep(coupon.after(new Step(action, number, detail, content, now)));
    }

    /** Returns the coupon that a request names, which must name the stock unless WeChat Pay assigns its codes. */
    private BusifavorCoupon named(Map<String, String> request) throws ProblemException {
        String stockId = request.getOrDefault("stock_id", "");
        BusifavorCoupon coupon =
                coupon(request.getOrDefault("coupon_code", ""), stockId, request.getOrDefault("openid", ""));
        if (stockId.isEmpty() && coupon.stock().codeMode() != CodeMode.WECHATPAY_MODE) {
            throw new ProblemException(Problem.STOCK_ID_REQUIRED);
        }
        return coupon;
    }

    /** The time is that of the merchant, whose clock may differ; only a use that the coupon does not allow is wrong. */
    private static boolean isUsedAfterItsEnd(BusifavorCoupon coupon, Map<String, String> request) {
        return BeijingTime.read(request.getOrDefault("use_time", ""))
                .filter(time -> !time.isBefore(coupon.end()))
                .isPresent();
    }

    private static boolean allows(BusifavorCoupon coupon, Action action, String detail, Instant now) {
        boolean usable = coupon.state() == BusifavorCoupon.State.SENDED;
        return switch (action) {
            case USE -> usable && !now.isBefore(coupon.begin());
            case RETURN -> coupon.state() == BusifavorCoupon.State.USED;
            case DEACTIVATE -> usable;
            case ASSOCIATE -> usable && coupon.order().isEmpty();
            case DISASSOCIATE -> coupon.order().filter(detail::equals).isPresent();
        };
    }

    /**
     * Lets a coupon expire, as if its time were over.
     *
     * @param stockId empty for any stock
     */
    public synchronized BusifavorCoupon expire(String code, String stockId) throws ProblemException {
        BusifavorCoupon coupon = coupon(code, stockId, "");
        BusifavorCoupon.Change.EXPIRE.require(coupon.state(), Problem.BUSIFAVOR_COUPON_STATE);
        return coupons.keep(coupon.expired());
    }
}

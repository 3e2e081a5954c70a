package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Coupon;
import io.github.wxpaycodegen.simulator.internal.products.CouponLedger;
import io.github.wxpaycodegen.simulator.internal.products.CouponNotices;
import io.github.wxpaycodegen.simulator.internal.products.CouponStock;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of coupons (代金券) and their stocks, in both protocols. */
public final class CouponEndpoints {
    /** A change of a stock. */
    @FunctionalInterface
    private interface Change {
        CouponStock apply(String stockId) throws ProblemException;
    }

    private static final String HOME = "v3/marketing/favor/";
    private static final String STOCK = HOME + "stocks/{stock_id}";
    private static final String V2_HOME = "v2/mmpaymkttransfers/";
    private static final String COUPONS = HOME + "users/{openid}/coupons";

    private final CouponLedger ledger;
    private final String mchid;
    private final Clock clock;

    /** Creates the operations on a ledger. */
    public CouponEndpoints(CouponLedger ledger, String mchid, Clock clock) {
        this.ledger = ledger;
        this.mchid = mchid;
        this.clock = clock;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", HOME + "coupon-stocks", request -> stock(ledger.createStock(request)));
        operations.add("GET", HOME + "stocks", this::stocks);
        operations.add("GET", STOCK, request -> stock(mine(request)));
        operations.add("POST", STOCK + "/start", request -> change(request, "start_time", ledger::start));
        operations.add("POST", STOCK + "/pause", request -> change(request, "pause_time", ledger::pause));
        operations.add("POST", STOCK + "/restart", request -> change(request, "restart_time", ledger::restart));
        operations.add("POST", STOCK + "/stop", request -> change(request, "stop_time", ledger::stop));
        operations.add("POST", COUPONS, this::send);
        operations.add("GET", COUPONS, this::coupons);
        operations.add("GET", COUPONS + "/{coupon_id}", request -> coupon(coupon(request)));
        new CouponUrlEndpoints(ledger.url(), mchid, clock).addTo(operations, HOME);

        operations.add("POST", V2_HOME + "send_coupon", this::sendInV2);
        operations.add(
                "POST",
                V2_HOME + "query_coupon_stock",
                request -> CouponNotices.v2(ledger.stock(Fields.text(request, "coupon_stock_id"))));
        operations.add("POST", V2_HOME + "querycouponsinfo", this::couponInV2);
    }

    /** Sends a coupon as in v3, where the merchant's number has another name: a number is used in one of both only. */
    private Map<String, String> sendInV2(Map<String, String> request) throws ProblemException {
        if (Fields.amount(request, "openid_count") != 1) {
            throw new ProblemException(Problem.ONE_OPENID);
        }
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("stock_id", Fields.text(request, "coupon_stock_id"));
        asked.put("out_request_no", Fields.text(request, "partner_trade_no"));
        asked.put("openid", Fields.text(request, "openid"));
        asked.put("appid", Fields.text(request, "appid"));
        asked.put("stock_creator_mchid", mchid);
        Coupon coupon = ledger.send(asked);
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("resp_count", "1");
        fields.put("success_count", "1");
        fields.put("failed_count", "0");
        fields.put("ret_code", "SUCCESS");
        fields.put("ret_msg", "OK");
        fields.put("coupon_id", coupon.id());
        return fields;
    }

    private Map<String, String> couponInV2(Map<String, String> request) throws ProblemException {
        ledger.stock(Fields.text(request, "stock_id"));
        Coupon coupon = coupon(request);
        if (!coupon.stock().id().equals(Fields.text(request, "stock_id"))) {
            throw new ProblemException(Problem.NO_COUPON);
        }
        return CouponNotices.v2(coupon, mchid);
    }

    /** Returns the stock that a request names, which must be one of the merchant. */
    private CouponStock mine(Map<String, String> request) throws ProblemException {
        if (!Fields.text(request, "stock_creator_mchid").equals(mchid)) {
            throw new ProblemException(Problem.NO_STOCK);
        }
        return ledger.stock(Fields.text(request, "stock_id"));
    }

    private Map<String, String> change(Map<String, String> request, String time, Change change)
            throws ProblemException {
        CouponStock changed = change.apply(mine(request).id());
        return Map.of("stock_id", changed.id(), time, BeijingTime.v3(clock.instant()));
    }

    private Map<String, String> stock(CouponStock stock) {
        return CouponNotices.fields(stock, mchid);
    }

    private Map<String, String> stocks(Map<String, String> request) {
        String state = Fields.text(request, "status");
        boolean mine = Fields.text(request, "stock_creator_mchid").equals(mchid);
        List<CouponStock> found = ledger.stocks().stream()
                .filter(stock -> mine)
                .filter(stock -> state.isEmpty() || stock.state().wireName().equals(state))
                .filter(stock -> BeijingTime.read(Fields.text(request, "create_start_time"))
                        .filter(stock.created()::isBefore)
                        .isEmpty())
                .filter(stock -> BeijingTime.read(Fields.text(request, "create_end_time"))
                        .filter(stock.created()::isAfter)
                        .isEmpty())
                .toList();
        return Page.ofCouponsByNumber(request).fields(found, this::stock);
    }

    private Map<String, String> send(Map<String, String> request) throws ProblemException {
        mine(request);
        return coupon(ledger.send(request));
    }

    private Map<String, String> coupon(Coupon coupon) {
        return CouponNotices.fields(coupon, mchid);
    }

    /** Returns the coupon that a request names, which must be one of its user. */
    private Coupon coupon(Map<String, String> request) throws ProblemException {
        Coupon coupon = ledger.coupon(Fields.text(request, "coupon_id"));
        if (!coupon.openid().equals(Fields.text(request, "openid"))) {
            throw new ProblemException(Problem.NO_COUPON);
        }
        return coupon;
    }

    private Map<String, String> coupons(Map<String, String> request) {
        List<Coupon> found = ledger.coupons().stream()
                .filter(coupon -> coupon.openid().equals(Fields.text(request, "openid")))
                .filter(coupon ->
                        Fields.isOrAbsent(request, "stock_id", coupon.stock().id()))
                .filter(coupon ->
                        Fields.isOrAbsent(request, "status", coupon.state().name()))
                .filter(coupon -> Fields.isOrAbsent(request, "creator_mchid", mchid))
                .filter(coupon -> Fields.isOrAbsent(request, "sender_mchid", mchid))
                .filter(coupon -> isValidAt(coupon.stock(), Fields.text(request, "available_mchid")))
                .toList();
        return Page.ofCouponsByNumber(request).fields(found, this::coupon);
    }

    /** Returns true if coupons can be used at a merchant: at all merchants, if the stock names none. */
    private static boolean isValidAt(CouponStock stock, String merchant) {
        String list = "coupon_use_rule.available_merchants[";
        return merchant.isEmpty()
                || stock.request().keySet().stream().noneMatch(name -> name.startsWith(list))
                || stock.request().entrySet().stream()
                        .anyMatch(each -> each.getKey().startsWith(list)
                                && each.getValue().equals(merchant));
    }
}

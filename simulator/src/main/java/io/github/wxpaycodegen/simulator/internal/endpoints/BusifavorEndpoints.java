package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCode;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon.Action;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorLedger;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorNotices;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorStock;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorUpload;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of merchant coupons (商家券) and their stocks. */
public final class BusifavorEndpoints {
    private static final String HOME = "v3/marketing/busifavor/";
    private static final String STOCK = HOME + "stocks/{stock_id}";
    private static final String CODES = STOCK + "/couponcodes";
    private static final String CODE = CODES + "/{coupon_code}";
    private static final String ACTIONS = HOME + "coupons/";
    private static final String COUPONS = HOME + "users/{openid}/coupons";

    private final BusifavorLedger ledger;
    private final String mchid;
    private final Clock clock;

    /** Creates the operations on a ledger. */
    public BusifavorEndpoints(BusifavorLedger ledger, String mchid, Clock clock) {
        this.ledger = ledger;
        this.mchid = mchid;
        this.clock = clock;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", HOME + "stocks", this::create);
        operations.add("GET", STOCK, request -> stock(ledger.report(stockId(request))));
        operations.add("PATCH", STOCK, this::modify);
        operations.add("PATCH", STOCK + "/budget", this::changeBudget);
        operations.add("POST", CODES, this::upload);
        operations.add("GET", CODES, this::codes);
        operations.add("GET", CODE, this::code);
        operations.add("DELETE", CODE, this::deleteCode);

        operations.add("POST", ACTIONS + "send", this::send);
        operations.add("POST", ACTIONS + "use", this::use);
        operations.add(
                "POST",
                ACTIONS + "return",
                request -> Map.of("wechatpay_return_time", perform(Action.RETURN, request, "return_request_no", "")));
        operations.add(
                "POST",
                ACTIONS + "deactivate",
                request -> Map.of(
                        "wechatpay_deactivate_time",
                        perform(Action.DEACTIVATE, request, "deactivate_request_no", "deactivate_reason")));
        operations.add(
                "POST",
                ACTIONS + "associate",
                request -> Map.of(
                        "wechatpay_associate_time",
                        perform(Action.ASSOCIATE, request, "out_request_no", "out_trade_no")));
        operations.add(
                "POST",
                ACTIONS + "disassociate",
                request -> Map.of(
                        "wechatpay_disassociate_time",
                        perform(Action.DISASSOCIATE, request, "out_request_no", "out_trade_no")));

        operations.add("GET", COUPONS, this::coupons);
        operations.add(
                "GET",
                COUPONS + "/{coupon_code}/appids/{appid}",
                request -> BusifavorNotices.fields(
                        ledger.coupon(couponCode(request), "", Fields.text(request, "openid"))));
        new CouponUrlEndpoints(ledger.url(), mchid, clock).addTo(operations, HOME);
    }

    private static String stockId(Map<String, String> request) {
        return Fields.text(request, "stock_id");
    }

    private static String couponCode(Map<String, String> request) {
        return Fields.text(request, "coupon_code");
    }

    private Map<String, String> create(Map<String, String> request) throws ProblemException {
        BusifavorStock stock = ledger.createStock(request);
        return Map.of("stock_id", stock.id(), "create_time", BeijingTime.v3(stock.created()));
    }

    private static Map<String, String> stock(BusifavorLedger.Report report) {
        BusifavorStock stock = report.stock();
        Map<String, String> fields = new LinkedHashMap<>(stock.rules());
        fields.put("stock_id", stock.id());
        fields.put("stock_state", report.running() ? "RUNNING" : "STOPED");
        if (stock.codeMode() == BusifavorStock.CodeMode.MERCHANT_UPLOAD) {
            List<BusifavorCode> codes = report.codes();
            long available =
                    codes.stream().filter(code -> code.given().isEmpty()).count();
            fields.put("coupon_code_count.total_count", Integer.toString(codes.size()));
            fields.put("coupon_code_count.available_count", Long.toString(available));
        }
        int today = report.sentToday();
        String sent = "send_count_information.";
        fields.put(sent + "total_send_num", Long.toString(stock.sent()));
        fields.put(sent + "today_send_num", Integer.toString(today));
        if (stock.value() > 0) {
            fields.put(sent + "total_send_amount", Long.toString(stock.sent() * stock.value()));
            fields.put(sent + "today_send_amount", Long.toString(today * stock.value()));
        }
        return fields;
    }

    private Map<String, String> modify(Map<String, String> request) throws ProblemException {
        ledger.modifyStock(stockId(request), request);
        return Map.of();
    }

    private Map<String, String> changeBudget(Map<String, String> request) throws ProblemException {
        BusifavorStock stock = ledger.changeBudget(stockId(request), request);
        String total = stock.text("stock_send_rule.max_coupons");
        // Required in the response. 0 means unlimited, as in requests.
        return Map.of(
                "max_coupons",
                total.isEmpty() ? "0" : total,
                "max_coupons_by_day",
                stock.text("stock_send_rule.max_coupons_by_day"));
    }

    private Map<String, String> upload(Map<String, String> request) throws ProblemException {
        List<String> given = new ArrayList<>();
        String list = "coupon_code_list";
        for (String next = request.get(Flattened.element(list, 0));
                next != null;
                next = request.get(Flattened.element(list, given.size()))) {
            given.add(next);
        }
        BusifavorUpload upload = ledger.upload(stockId(request), given, request);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("stock_id", stockId(request));
        fields.put(
                "total_count",
                Integer.toString(upload.added().size() + upload.existing().size()));
        fields.put("success_count", Integer.toString(upload.added().size()));
        fields.put("success_time", BeijingTime.v3(upload.time()));
        fields.put("fail_count", "0");
        putList(fields, "success_codes", upload.added());
        putList(fields, "exist_codes", upload.existing());
        putList(fields, "duplicate_codes", upload.repeated());
        return fields;
    }

    private static void putList(Map<String, String> fields, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            fields.put(Flattened.element(name, i), values.get(i));
        }
    }

    private Map<String, String> codes(Map<String, String> request) throws ProblemException {
        List<BusifavorCode> found = ledger.codes(stockId(request)).stream()
                .filter(code -> Fields.isOrAbsent(request, "status", code.status()))
                .toList();
        Map<String, String> fields = Page.ofCoupons(request).fields(found, BusifavorEndpoints::code);
        fields.put("stock_id", stockId(request));
        return fields;
    }

    private static Map<String, String> code(BusifavorCode code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code.code());
        fields.put("code_status", code.status());
        fields.put("upload_time", BeijingTime.v3(code.uploaded()));
        code.given().ifPresent(given -> {
            fields.put("dispatched_time", BeijingTime.v3(given.time()));
            fields.put("openid", given.openid());
            fields.put("coupon_code", code.code());
        });
        return fields;
    }

    private Map<String, String> code(Map<String, String> request) throws ProblemException {
        BusifavorCode code = ledger.code(stockId(request), couponCode(request));
        Map<String, String> fields = new LinkedHashMap<>();
        code(code).forEach((name, value) -> fields.put("code_information." + name, value));
        if (code.given().isPresent()) {
            BusifavorNotices.fields(ledger.coupon(code.code(), code.stockId(), ""))
                    .forEach((name, value) -> fields.put("coupon_information." + name, value));
        }
        return fields;
    }

    private Map<String, String> deleteCode(Map<String, String> request) throws ProblemException {
        String id = stockId(request);
        return Map.of(
                "stock_id", id, "delete_time", BeijingTime.v3(ledger.deleteCode(id, couponCode(request), request)));
    }

    /** Sends a coupon. Pages of different age have the fields of the response in an object, or not; here are both. */
    private Map<String, String> send(Map<String, String> request) throws ProblemException {
        BusifavorCoupon coupon = ledger.send(request, BusifavorLedger.Channel.API);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String path : new String[] {"", "send_coupon_result"}) {
            fields.put(Flattened.member(path, "stock_id"), coupon.stock().id());
            fields.put(Flattened.member(path, "coupon_code"), coupon.code());
            fields.put(Flattened.member(path, "out_request_no"), coupon.key());
        }
        return fields;
    }

    private Map<String, String> use(Map<String, String> request) throws ProblemException {
        BusifavorCoupon coupon = ledger.perform(Action.USE, request, Fields.text(request, "use_request_no"), "");
        return Map.of(
                "stock_id",
                coupon.stock().id(),
                "openid",
                coupon.openid(),
                "wechatpay_use_time",
                time(Action.USE, coupon));
    }

    /**
     * Performs an action on the coupon that a request names.
     *
     * @param number the field with the merchant's number of the request
     * @param detail the field with the detail of the step; empty for none
     * @return when it was performed, for the response
     */
    private String perform(Action action, Map<String, String> request, String number, String detail)
            throws ProblemException {
        return time(
                action, ledger.perform(action, request, Fields.text(request, number), Fields.text(request, detail)));
    }

    private static String time(Action action, BusifavorCoupon performed) {
        return performed.last(action).map(step -> BeijingTime.v3(step.time())).orElse("");
    }

    private Map<String, String> coupons(Map<String, String> request) {
        List<BusifavorCoupon> found = ledger.coupons().stream()
                .filter(coupon -> coupon.openid().equals(Fields.text(request, "openid")))
                .filter(coupon ->
                        Fields.isOrAbsent(request, "stock_id", coupon.stock().id()))
                .filter(coupon -> Fields.isOrAbsent(
                        request, "coupon_state", coupon.state().name()))
                .filter(coupon -> Fields.isOrAbsent(request, "creator_merchant", mchid))
                .filter(coupon -> Fields.isOrAbsent(
                        request, "belong_merchant", coupon.stock().text("belong_merchant")))
                .filter(coupon -> Fields.isOrAbsent(request, "sender_merchant", mchid))
                .toList();
        return Page.ofCouponsByNumber(request).fields(found, BusifavorNotices::fields);
    }
}

package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.CombinedLedger;
import io.github.wxpaycodegen.simulator.internal.products.CombinedNotices;
import io.github.wxpaycodegen.simulator.internal.products.CombinedOrder;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations of combined orders. Refunds, profit sharing and queries of their sub-orders are those of any order. */
public final class CombinedEndpoints {
    private static final String V3 = "v3/combine-transactions/";
    private static final Map<String, String> TRADE_TYPES =
            Map.of("jsapi", "JSAPI", "miniprogram", "JSAPI", "app", "APP", "native", "NATIVE", "h5", "MWEB");
    private static final String NUMBER = "combine_out_trade_no";

    private final CombinedLedger ledger;

    /** Creates the operations on a ledger. */
    public CombinedEndpoints(CombinedLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        TRADE_TYPES.forEach((name, type) -> operations.add("POST", V3 + name, request -> create(request, type)));
        operations.add(
                "GET",
                V3 + "out-trade-no/{combine_out_trade_no}",
                request -> v3(ledger.order(Fields.text(request, NUMBER))));
        operations.add(
                "GET",
                V3 + "id/{combine_transaction_id}",
                request -> v3(ledger.orderByTransaction(Fields.text(request, "combine_transaction_id"))));
        operations.add(
                "POST",
                V3 + "out-trade-no/{combine_out_trade_no}/close",
                request -> close(request, Flattened.elements(request, "sub_orders")));
        operations.add("POST", "v2/pay/combinedorder", this::createInV2);
        operations.add("POST", "v2/pay/querycombinedorder", request -> {
            CombinedOrder order = ledger.order(Fields.text(request, NUMBER));
            return CombinedNotices.v2(order, ledger.parts(order));
        });
        operations.add(
                "POST",
                "v2/pay/closecombinedorder",
                request -> close(request, Flattened.elements(unpacked(request), "sub_order_list")));
    }

    private Map<String, String> v3(CombinedOrder order) throws ProblemException {
        return CombinedNotices.v3(order, ledger.parts(order));
    }

    private Map<String, String> create(Map<String, String> request, String tradeType) throws ProblemException {
        List<Order> parts = Flattened.elements(request, "sub_orders").stream()
                .map(fields -> v3Part(request, tradeType, fields))
                .toList();
        return create(Protocol.V3, request, parts);
    }

    private Map<String, String> create(Protocol protocol, Map<String, String> request, List<Order> parts)
            throws ProblemException {
        // Another trade type makes a request different, even if its fields are the same.
        Map<String, String> all = new LinkedHashMap<>(request);
        all.put("trade_type", parts.get(0).tradeType());
        String number = Fields.text(request, NUMBER);
        String prepayId = ledger.create(new CombinedOrder(number, all, protocol, parts, ""));
        String tradeType = Fields.text(all, "trade_type");
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("trade_type", tradeType);
        fields.put("prepay_id", prepayId);
        if (tradeType.equals("NATIVE")) {
            fields.put("code_url", "weixin://wxpay/bizpayurl/up?pr=" + prepayId);
        }
        if (tradeType.equals("MWEB")) {
            String url = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=" + prepayId;
            fields.put("h5_url", url);
            fields.put("mweb_url", url);
        }
        return fields;
    }

    private static Order v3Part(Map<String, String> request, String tradeType, Map<String, String> fields) {
        Map<String, String> all = part(request, fields);
        all.put("appid", Fields.text(request, "combine_appid"));
        all.put("payer.openid", Fields.text(request, "combine_payer_info.openid"));
        all.put("payer.sub_openid", Fields.text(request, "combine_payer_info.sub_openid"));
        return new Order(
                Protocol.V3,
                tradeType,
                Fields.text(fields, "out_trade_no"),
                Fields.text(fields, "sub_mchid"),
                Fields.amount(fields, "amount.total_amount"),
                Fields.text(fields, "amount.currency"),
                Optional.ofNullable(request.get("time_expire")).flatMap(BeijingTime::read),
                all);
    }

    private Map<String, String> createInV2(Map<String, String> request) throws ProblemException {
        List<Order> parts = Flattened.elements(unpacked(request), "sub_order_list.order_list").stream()
                .map(fields -> v2Part(request, fields))
                .toList();
        return create(Protocol.V2, request, parts);
    }

    private static Order v2Part(Map<String, String> request, Map<String, String> fields) {
        Map<String, String> all = part(request, fields);
        all.put("openid", Fields.text(request, "combine_openid"));
        return new Order(
                Protocol.V2,
                Fields.text(request, "trade_type"),
                Fields.text(fields, "out_trade_no"),
                Fields.text(fields, "sub_mch_id"),
                Fields.amount(fields, "total_fee"),
                Fields.text(fields, "fee_type"),
                Optional.ofNullable(request.get("time_expire")).flatMap(BeijingTime::read),
                all);
    }

    /** Returns the fields of a sub-order, with the number of its order. */
    private static Map<String, String> part(Map<String, String> request, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(NUMBER, Fields.text(request, NUMBER));
        return all;
    }

    private static Map<String, String> unpacked(Map<String, String> request) {
        return Flattened.of("sub_order_list", JsonText.read(Fields.text(request, "sub_order_list")));
    }

    private Map<String, String> close(Map<String, String> request, List<Map<String, String>> parts)
            throws ProblemException {
        ledger.close(
                Fields.text(request, NUMBER),
                parts.stream().map(part -> Fields.text(part, "out_trade_no")).collect(Collectors.toSet()));
        return request;
    }
}

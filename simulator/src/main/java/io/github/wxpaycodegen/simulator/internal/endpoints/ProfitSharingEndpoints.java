package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Share;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger.Part;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger.Receiver;
import io.github.wxpaycodegen.simulator.internal.products.SharingOrder;
import io.github.wxpaycodegen.simulator.internal.products.SharingReturn;
import io.github.wxpaycodegen.simulator.internal.values.ArrayNode;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of profit sharing, of merchants and of service providers. */
public final class ProfitSharingEndpoints {
    private static final String V3 = "v3/profitsharing/";
    private static final String MERCHANT = "MERCHANT_ID";

    private final SharingLedger ledger;

    /** Creates the operations on a ledger. */
    public ProfitSharingEndpoints(SharingLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", V3 + "receivers/add", request -> {
            ledger.add(receiver(sub(request), request));
            return request;
        });
        operations.add("POST", V3 + "receivers/delete", request -> {
            ledger.remove(receiver(sub(request), request));
            return request;
        });
        operations.add("POST", V3 + "orders", request -> v3(share(sub(request), request, unfreezes(request))));
        operations.add(
                "POST",
                V3 + "orders/unfreeze",
                request -> v3(ledger.unfreeze(
                        sub(request),
                        request,
                        Fields.text(request, "transaction_id"),
                        Fields.text(request, "description"))));
        operations.add("GET", V3 + "orders/{out_order_no}", request -> v3(order(request)));
        operations.add("POST", V3 + "return-orders", request -> v3(v3Return(request)));
        operations.add(
                "GET",
                V3 + "return-orders/{out_return_no}",
                request -> v3(ledger.back(sub(request), Fields.text(request, "out_return_no"))));
        operations.add("GET", V3 + "transactions/{transaction_id}/amounts", this::unshared);
        operations.add("GET", V3 + "merchant-configs/{sub_mchid}", this::ratio);
        addV2To(operations);
    }

    private void addV2To(StatefulOperations operations) {
        operations.add("POST", "v2/pay/profitsharingaddreceiver", request -> {
            ledger.add(receiver(sub(request), Flattened.of(JsonText.read(Fields.text(request, "receiver")))));
            return request;
        });
        operations.add("POST", "v2/pay/profitsharingremovereceiver", request -> {
            ledger.remove(receiver(sub(request), Flattened.of(JsonText.read(Fields.text(request, "receiver")))));
            return request;
        });
        operations.add("POST", "v2/secapi/pay/profitsharing", request -> v2(v2Share(request, true)));
        operations.add("POST", "v2/secapi/pay/multiprofitsharing", request -> v2(v2Share(request, false)));
        operations.add(
                "POST",
                "v2/secapi/pay/profitsharingfinish",
                request -> v2(ledger.unfreeze(
                        sub(request),
                        request,
                        Fields.text(request, "transaction_id"),
                        Fields.text(request, "description"))));
        operations.add("POST", "v2/pay/profitsharingquery", request -> v2(order(request)));
        operations.add("POST", "v2/pay/profitsharingorderamountquery", this::unshared);
        operations.add("POST", "v2/pay/profitsharingmerchantratioquery", this::ratio);
        operations.add(
                "POST",
                "v2/secapi/pay/profitsharingreturn",
                request -> v2(ledger.takeBack(
                        sub(request),
                        request,
                        order(request),
                        Fields.text(request, "return_account"),
                        Fields.amount(request, "return_amount"))));
        operations.add(
                "POST",
                "v2/pay/profitsharingreturnquery",
                request -> v2(ledger.back(sub(request), Fields.text(request, "out_return_no"))));
    }

    private static String sub(Map<String, String> request) {
        return Fields.text(request, "sub_mchid", "sub_mch_id");
    }

    private static boolean unfreezes(Map<String, String> request) {
        return Fields.text(request, "unfreeze_unsplit").equals("true");
    }

    private static Receiver receiver(String subMchid, Map<String, String> fields) {
        return new Receiver(subMchid, Fields.text(fields, "type"), Fields.text(fields, "account"));
    }

    private SharingOrder v2Share(Map<String, String> request, boolean last) throws ProblemException {
        Map<String, String> all = new LinkedHashMap<>(request);
        all.putAll(Flattened.of("receivers", JsonText.read(Fields.text(request, "receivers"))));
        return share(sub(request), all, last);
    }

    private SharingOrder share(String subMchid, Map<String, String> request, boolean last) throws ProblemException {
        List<Part> parts = Flattened.elements(request, "receivers").stream()
                .map(fields -> new Part(
                        Fields.text(fields, "type"),
                        Fields.text(fields, "account"),
                        Fields.amount(fields, "amount"),
                        Fields.text(fields, "description")))
                .toList();
        return ledger.share(subMchid, request, Fields.text(request, "transaction_id"), parts, last);
    }

    private SharingReturn v3Return(Map<String, String> request) throws ProblemException {
        return ledger.takeBack(
                sub(request),
                request,
                order(request),
                Fields.text(request, "return_mchid"),
                Fields.amount(request, "amount"));
    }

    /** Returns the order by the gateway's number or the merchant's. */
    private SharingOrder order(Map<String, String> request) throws ProblemException {
        String orderId = Fields.text(request, "order_id");
        return orderId.isEmpty()
                ? ledger.order(sub(request), Fields.text(request, "out_order_no"))
                : ledger.orderById(sub(request), orderId);
    }

    private Map<String, String> unshared(Map<String, String> request) throws ProblemException {
        String transactionId = Fields.text(request, "transaction_id");
        return Map.of("transaction_id", transactionId, "unsplit_amount", Long.toString(ledger.unshared(transactionId)));
    }

    private Map<String, String> ratio(Map<String, String> request) {
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("max_ratio", Integer.toString(ledger.maxRatio()));
        return fields;
    }

    private static Map<String, String> v3(SharingOrder order) {
        Map<String, String> fields = numbers(order);
        fields.put("state", order.state());
        for (int i = 0; i < order.shares().size(); i++) {
            Share share = order.shares().get(i);
            String path = Flattened.element("receivers", i) + ".";
            fields.put(path + "type", share.type());
            fields.put(path + "account", share.account());
            fields.put(path + "amount", Long.toString(share.amount()));
            fields.put(path + "description", share.description());
            fields.put(path + "result", share.result().name());
            share.failReason().ifPresent(reason -> fields.put(path + "fail_reason", reason));
            fields.put(path + "detail_id", share.detailId());
            fields.put(path + "create_time", BeijingTime.v3(order.created()));
            share.finished().ifPresent(time -> fields.put(path + "finish_time", BeijingTime.v3(time)));
        }
        return fields;
    }

    private static Map<String, String> v2(SharingOrder order) {
        Map<String, String> fields = numbers(order);
        fields.put("status", order.state());
        ArrayNode receivers = new ArrayNode();
        for (Share share : order.shares()) {
            ObjectNode receiver = new ObjectNode()
                    .put("type", share.type())
                    .put("account", share.account())
                    .put(share.type().equals(MERCHANT) ? "receiver_mchid" : "receiver_account", share.account());
            receiver.put("amount", share.amount());
            receiver.put("description", share.description());
            receiver.put("result", share.result().name());
            receiver.put("detail_id", share.detailId());
            share.failReason().ifPresent(reason -> receiver.put("fail_reason", reason));
            share.finished().ifPresent(time -> receiver.put("finish_time", BeijingTime.compact(time)));
            receivers.add(receiver);
        }
        fields.put("receivers", receivers.toString());
        return fields;
    }

    private static Map<String, String> numbers(SharingOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        Optional.of(order.payment().order().subMchid())
                .filter(sub -> !sub.isEmpty())
                .ifPresent(sub -> {
                    fields.put("sub_mchid", sub);
                    fields.put("sub_mch_id", sub);
                });
        fields.put("transaction_id", order.payment().receipt().orElseThrow().transactionId());
        fields.put("out_order_no", order.number());
        fields.put("order_id", order.orderId());
        return fields;
    }

    private static Map<String, String> v3(SharingReturn back) {
        Map<String, String> fields = returned(back);
        fields.put("return_id", back.returnId());
        fields.put("return_mchid", back.account());
        fields.put("amount", Long.toString(back.amount()));
        fields.put("create_time", BeijingTime.v3(back.created()));
        back.finished().ifPresent(time -> fields.put("finish_time", BeijingTime.v3(time)));
        return fields;
    }

    private static Map<String, String> v2(SharingReturn back) {
        Map<String, String> fields = returned(back);
        fields.put("return_no", back.returnId());
        fields.put("return_account_type", MERCHANT);
        fields.put("return_account", back.account());
        fields.put("return_amount", Long.toString(back.amount()));
        back.finished().ifPresent(time -> fields.put("finish_time", BeijingTime.compact(time)));
        return fields;
    }

    /** Returns the fields that a return has in both protocols. */
    private static Map<String, String> returned(SharingReturn back) {
        Map<String, String> fields = numbers(back.order());
        fields.put("out_return_no", back.number());
        fields.put("description", back.text("description"));
        fields.put("result", back.result().name());
        back.failReason().ifPresent(reason -> fields.put("fail_reason", reason));
        return fields;
    }
}

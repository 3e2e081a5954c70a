package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket.Kind;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket.Receipt;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket.State;
import io.github.wxpaycodegen.simulator.internal.products.RedPacketLedger;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import java.util.LinkedHashMap;
import java.util.Map;

/** The v2 operations of red packets (现金红包), also in mini programs and of WeCom. */
public final class RedPacketEndpoints {
    private static final String HOME = "v2/mmpaymkttransfers/";

    private final RedPacketLedger ledger;

    /** Creates the operations on a ledger. */
    public RedPacketEndpoints(RedPacketLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", HOME + "sendredpack", request -> send(Kind.NORMAL, request));
        operations.add("POST", HOME + "sendminiprogramhb", request -> send(Kind.NORMAL, request));
        operations.add("POST", HOME + "sendgroupredpack", request -> send(Kind.GROUP, request));
        operations.add("POST", HOME + "sendworkwxredpack", request -> send(Kind.WORK, request));
        operations.add("POST", HOME + "gethbinfo", request -> query(request, false));
        operations.add("POST", HOME + "queryworkwxredpack", request -> query(request, true));
    }

    private Map<String, String> send(Kind kind, Map<String, String> request) throws ProblemException {
        RedPacket packet = ledger.send(kind, request);
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("send_listid", packet.id());
        fields.put("send_time", BeijingTime.compact(packet.created()));
        // With it the mini program opens the red packet.
        fields.put("package", "package-of-" + packet.id());
        return fields;
    }

    private Map<String, String> query(Map<String, String> request, boolean work) throws ProblemException {
        RedPacket packet = ledger.query(Fields.text(request, "mch_billno"), work);
        Map<String, String> fields = new LinkedHashMap<>(packet.request());
        fields.put("appid", packet.text("wxappid"));
        fields.put("detail_id", packet.id());
        fields.put("status", packet.state().name());
        fields.put("send_type", "API");
        fields.put("hb_type", packet.kind().name());
        fields.put("send_time", BeijingTime.spaced(packet.created()));
        if (packet.state() == State.FAILED) {
            fields.put("reason", packet.failReason());
        }
        packet.returned().ifPresent(time -> {
            fields.put("refund_time", BeijingTime.spaced(time));
            fields.put("refund_amount", Long.toString(packet.rest()));
        });
        for (int i = 0; i < packet.receipts().size(); i++) {
            // The query of WeCom has the fields of its only receipt in the message itself.
            putReceipt(
                    fields,
                    work ? "" : Flattened.element("hblist.hbinfo", i),
                    packet.receipts().get(i));
        }
        return fields;
    }

    private static void putReceipt(Map<String, String> fields, String path, Receipt receipt) {
        fields.put(Flattened.member(path, "openid"), receipt.openid());
        fields.put(Flattened.member(path, "amount"), Long.toString(receipt.amount()));
        fields.put(Flattened.member(path, "rcv_time"), BeijingTime.spaced(receipt.time()));
    }
}

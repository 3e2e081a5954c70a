package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of transfers in v3 responses, and their notifications. */
public final class TransferNotices implements TransferLedger.Listener {
    private final Announcer announcer;
    private final String mchid;

    /** Creates a listener that sends through an announcer. */
    public TransferNotices(Announcer announcer, String mchid) {
        this.announcer = announcer;
        this.mchid = mchid;
    }

    /** Returns the fields for a query of a transfer that the user confirms. */
    public static Map<String, String> fields(Transfer transfer, String mchid) {
        Map<String, String> fields = new LinkedHashMap<>(transfer.request());
        fields.put("mch_id", mchid);
        fields.put("transfer_bill_no", transfer.id());
        fields.put("state", transfer.state().name());
        fields.put("fail_reason", transfer.failReason());
        fields.put("create_time", BeijingTime.v3(transfer.created()));
        fields.put("update_time", BeijingTime.v3(transfer.updated()));
        if (transfer.state() == Transfer.State.WAIT_USER_CONFIRM) {
            fields.put("package_info", "package-of-" + transfer.id());
        }
        return fields;
    }

    /** Returns the fields of a batch, without its details. */
    public static Map<String, String> fields(TransferBatch batch, String mchid) {
        Map<String, String> fields = new LinkedHashMap<>(batch.request());
        fields.keySet().removeIf(name -> name.startsWith("transfer_detail_list"));
        fields.put("mchid", mchid);
        fields.put("batch_id", batch.id());
        fields.put("batch_status", batch.state());
        fields.put("batch_type", "API");
        fields.put("create_time", BeijingTime.v3(batch.created()));
        fields.put("update_time", BeijingTime.v3(batch.updated()));
        fields.put("success_num", Long.toString(batch.count(Transfer.State.SUCCESS)));
        fields.put("success_amount", Long.toString(batch.amount(Transfer.State.SUCCESS)));
        fields.put("fail_num", Long.toString(batch.count(Transfer.State.FAIL)));
        fields.put("fail_amount", Long.toString(batch.amount(Transfer.State.FAIL)));
        return fields;
    }

    @Override
    public void finished(Transfer transfer) {
        Map<String, String> fields = fields(transfer, mchid);
        announcer.announce(transfer.text("notify_url"), Protocol.V3, "MCHTRANSFER.BILL.FINISHED", fields);
    }

    @Override
    public void finished(TransferBatch batch) {
        Map<String, String> fields = fields(batch, mchid);
        announcer.announce(batch.text("notify_url"), Protocol.V3, "MCHTRANSFER.BATCH.FINISHED", fields);
    }
}

package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Transfer;
import io.github.wxpaycodegen.simulator.internal.products.TransferBatch;
import io.github.wxpaycodegen.simulator.internal.products.TransferLedger;
import io.github.wxpaycodegen.simulator.internal.products.TransferNotices;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The operations of transfers: those that the user confirms, and batches. */
public final class TransferEndpoints {
    private static final String BILLS = "v3/fund-app/mch-transfer/transfer-bills";
    private static final String BATCHES = "v3/transfer/batches";
    private static final long USUAL_PAGE = 20;

    private final TransferLedger ledger;
    private final String mchid;

    /** Creates the operations on a ledger. */
    public TransferEndpoints(TransferLedger ledger, String mchid) {
        this.ledger = ledger;
        this.mchid = mchid;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", BILLS, request -> fields(ledger.create(request)));
        operations.add(
                "GET",
                BILLS + "/out-bill-no/{out_bill_no}",
                request -> fields(ledger.transfer(Fields.text(request, "out_bill_no"))));
        operations.add(
                "GET",
                BILLS + "/transfer-bill-no/{transfer_bill_no}",
                request -> fields(ledger.transferById(Fields.text(request, "transfer_bill_no"))));
        operations.add("POST", BILLS + "/out-bill-no/{out_bill_no}/cancel", this::cancel);

        operations.add("POST", BATCHES, this::createBatch);
        operations.add(
                "GET",
                BATCHES + "/out-batch-no/{out_batch_no}",
                request -> batch(ledger.batch(Fields.text(request, "out_batch_no")), request));
        operations.add(
                "GET",
                BATCHES + "/batch-id/{batch_id}",
                request -> batch(ledger.batchById(Fields.text(request, "batch_id")), request));
        operations.add(
                "GET",
                BATCHES + "/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}",
                request -> detail(ledger.batch(Fields.text(request, "out_batch_no")), detail -> detail.key()
                        .equals(request.get("out_detail_no"))));
        operations.add(
                "GET",
                BATCHES + "/batch-id/{batch_id}/details/detail-id/{detail_id}",
                request -> detail(ledger.batchById(Fields.text(request, "batch_id")), detail -> detail.id()
                        .equals(request.get("detail_id"))));
    }

    private Map<String, String> fields(Transfer transfer) {
        return TransferNotices.fields(transfer, mchid);
    }

    /** Cancels a transfer. As in the real gateway, the response does not know yet whether that succeeds. */
    private Map<String, String> cancel(Map<String, String> request) throws ProblemException {
        Map<String, String> fields = fields(ledger.cancel(Fields.text(request, "out_bill_no")));
        fields.put("state", "CANCELING");
        return fields;
    }

    private Map<String, String> createBatch(Map<String, String> request) throws ProblemException {
        TransferBatch batch = ledger.createBatch(request, Flattened.elements(request, "transfer_detail_list"));
        Map<String, String> fields = TransferNotices.fields(batch, mchid);
        fields.put("batch_status", "ACCEPTED");
        return fields;
    }

    /** Returns a batch, with a page of its details if the request wants them. */
    private Map<String, String> batch(TransferBatch batch, Map<String, String> request) {
        Map<String, String> fields = new LinkedHashMap<>();
        TransferNotices.fields(batch, mchid).forEach((name, value) -> fields.put("transfer_batch." + name, value));
        if (!Fields.text(request, "need_query_detail").equals("true")) {
            return fields;
        }
        long offset = Fields.amount(request, "offset");
        long limit = request.containsKey("limit") ? Fields.amount(request, "limit") : USUAL_PAGE;
        fields.put("offset", Long.toString(offset));
        fields.put("limit", Long.toString(limit));
        String wanted = Fields.text(request, "detail_status");
        List<Transfer> page = batch.details().stream()
                .filter(detail -> wanted.isEmpty()
                        || wanted.equals("ALL")
                        || wanted.equals(detail.state().name()))
                .skip(offset)
                .limit(limit)
                .toList();
        for (int i = 0; i < page.size(); i++) {
            String path = Flattened.element("transfer_detail_list", i) + ".";
            fields.put(path + "detail_id", page.get(i).id());
            fields.put(path + "out_detail_no", page.get(i).key());
            fields.put(path + "detail_status", page.get(i).state().name());
        }
        return fields;
    }

    private Map<String, String> detail(TransferBatch batch, Predicate<Transfer> fits) throws ProblemException {
        Transfer detail = batch.details().stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NO_TRANSFER));
        Map<String, String> fields = new LinkedHashMap<>(detail.request());
        fields.put("mchid", mchid);
        fields.put("out_batch_no", batch.key());
        fields.put("batch_id", batch.id());
        fields.put("appid", batch.text("appid"));
        fields.put("detail_id", detail.id());
        fields.put("detail_status", detail.state().name());
        fields.put("fail_reason", detail.failReason());
        fields.put("initiate_time", BeijingTime.v3(detail.created()));
        fields.put("update_time", BeijingTime.v3(detail.updated()));
        return fields;
    }
}

package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Applyment;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Finding;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Kind;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.State;
import io.github.wxpaycodegen.simulator.internal.products.ApplymentLedger;
import java.util.LinkedHashMap;
import java.util.Map;

/** The v3 operations of applications of sub-merchants. */
public final class ApplymentEndpoints {
    private static final String HOME = "v3/applyment4sub/applyment/";
    private static final Kind KIND = Kind.SUB_MERCHANT;

    private final ApplymentLedger ledger;

    /** Creates the operations on a ledger. */
    public ApplymentEndpoints(ApplymentLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add(
                "POST", HOME, request -> fields(ledger.submit(KIND, Fields.text(request, "business_code"), request)));
        operations.add(
                "GET",
                HOME + "business_code/{business_code}",
                request -> fields(ledger.applyment(KIND, Fields.text(request, "business_code"))));
        operations.add(
                "GET",
                HOME + "applyment_id/{applyment_id}",
                request -> fields(ledger.applymentById(KIND, Fields.text(request, "applyment_id"))));
    }

    private static Map<String, String> fields(Applyment applyment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("business_code", applyment.key());
        fields.put("applyment_id", Long.toString(applyment.id()));
        fields.put("applyment_state", applyment.state().wireName());
        fields.put("applyment_state_msg", applyment.state().message());
        if (applyment.state() == State.TO_BE_CONFIRMED || applyment.state() == State.TO_BE_SIGNED) {
            fields.put("sign_url", "https://pay.weixin.qq.com/public/apply4ec_sign/s?applymentId=" + applyment.id());
        }
        if (applyment.state() == State.FINISHED) {
            fields.put("sub_mchid", applyment.subMchid());
        }
        for (int i = 0; i < applyment.findings().size(); i++) {
            Finding finding = applyment.findings().get(i);
            fields.put("audit_detail[" + i + "].field", finding.field());
            fields.put("audit_detail[" + i + "].field_name", finding.field());
            fields.put("audit_detail[" + i + "].reject_reason", finding.reason());
        }
        return fields;
    }
}

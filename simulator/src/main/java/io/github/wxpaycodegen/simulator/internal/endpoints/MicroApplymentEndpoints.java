package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Applyment;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Finding;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Kind;
import io.github.wxpaycodegen.simulator.internal.products.ApplymentLedger;
import io.github.wxpaycodegen.simulator.internal.values.ArrayNode;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The v2 operations of applications of micro merchants (小微商户), and of their upgrades. */
public final class MicroApplymentEndpoints {
    private static final String HOME = "v2/applyment/micro/";
    private static final String SIGN_PAGE = "https://pay.weixin.qq.com/public/";

    /** Fields of the call and not of the merchant. */
    private static final Set<String> OF_CALL = Set.of("version", "mch_id", "sign_type", "cert_sn", "sub_mch_id");

    /** The names that fields of the contact have in an application. */
    private static final Map<String, String> IN_APPLICATION =
            Map.of("mobile_phone", "contact_phone", "email", "contact_email", "merchant_name", "merchant_shortname");

    private final ApplymentLedger ledger;

    /** Creates the operations on a ledger. */
    public MicroApplymentEndpoints(ApplymentLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", HOME + "submit", this::submit);
        operations.add("POST", HOME + "getstate", request -> fields(application(request)));
        operations.add("POST", HOME + "submitupgrade", this::upgrade);
        operations.add(
                "POST", HOME + "getupgradestate", request -> fields(ledger.applyment(Kind.UPGRADE, subMchid(request))));
        operations.add("POST", HOME + "modifyarchives", this::modify);
        operations.add("POST", HOME + "modifycontactinfo", this::modify);
    }

    private static String subMchid(Map<String, String> request) {
        return Fields.text(request, "sub_mch_id");
    }

    private Map<String, String> submit(Map<String, String> request) throws ProblemException {
        Applyment applyment = ledger.submit(Kind.MICRO, Fields.text(request, "business_code"), request);
        return Map.of("applyment_id", Long.toString(applyment.id()));
    }

    private Applyment application(Map<String, String> request) throws ProblemException {
        String id = Fields.text(request, "applyment_id");
        return id.isEmpty()
                ? ledger.applyment(Kind.MICRO, Fields.text(request, "business_code"))
                : ledger.applymentById(Kind.MICRO, id);
    }

    private Map<String, String> upgrade(Map<String, String> request) throws ProblemException {
        ledger.submit(Kind.UPGRADE, subMchid(request), request);
        return Map.of();
    }

    /** Changes the settlement card or the contact. */
    private Map<String, String> modify(Map<String, String> request) {
        Map<String, String> changes = new LinkedHashMap<>();
        request.forEach((name, value) -> {
            if (!OF_CALL.contains(name) && !value.isEmpty()) {
                changes.put(IN_APPLICATION.getOrDefault(name, name), value);
            }
        });
        ledger.modify(subMchid(request), changes);
        return request;
    }

    /** The state of an application on the wire. It has none between the signature and the account. */
    private enum State {
        AUDITING("审核中"),
        REJECTED("已驳回"),
        ACCOUNT_NEED_VERIFY("待账户验证"),
        TO_BE_SIGNED("待签约"),
        NEED_SIGN("待签约"),
        FINISH("完成"),
        FROZEN("已冻结");

        private static final Set<State> WITH_MERCHANT = Set.of(TO_BE_SIGNED, NEED_SIGN, FINISH);

        private final String description;

        State(String description) {
            this.description = description;
        }

        static State of(Applyment applyment) {
            return switch (applyment.state()) {
                case AUDITING -> AUDITING;
                case REJECTED -> REJECTED;
                case TO_BE_CONFIRMED -> ACCOUNT_NEED_VERIFY;
                case TO_BE_SIGNED, SIGNING -> applyment.kind() == Kind.UPGRADE ? NEED_SIGN : TO_BE_SIGNED;
                case FINISHED -> FINISH;
                case CANCELED -> FROZEN;
            };
        }
    }

    private static Map<String, String> fields(Applyment applyment) {
        State state = State.of(applyment);
        boolean upgrade = applyment.kind() == Kind.UPGRADE;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("applyment_id", Long.toString(applyment.id()));
        fields.put("applyment_state", state.name());
        fields.put("applyment_state_desc", state.description);
        if (upgrade || State.WITH_MERCHANT.contains(state)) {
            fields.put("sub_mch_id", applyment.subMchid());
        }
        if (State.WITH_MERCHANT.contains(state)) {
            String page = SIGN_PAGE + (upgrade ? "micro_upgrade_apply_sign" : "apply_sign");
            fields.put("sign_url", page + "/s?applymentId=" + applyment.id());
            fields.put("sign_qrcode", page + "/showQrcode?applymentId=" + applyment.id());
        }
        if (!applyment.findings().isEmpty()) {
            fields.put("audit_detail", auditDetail(applyment));
        }
        return fields;
    }

    /** Returns the rejected fields, as a JSON document that has one member of the name of its field. */
    private static String auditDetail(Applyment applyment) {
        ObjectNode document = new ObjectNode();
        ArrayNode details = document.putArray("audit_detail");
        for (Finding finding : applyment.findings()) {
            details.add(new ObjectNode().put("param_name", finding.field()).put("reject_reason", finding.reason()));
        }
        return document.toString();
    }
}

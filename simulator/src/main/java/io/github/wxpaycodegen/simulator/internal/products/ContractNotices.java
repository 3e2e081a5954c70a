package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of contracts in responses, and their notifications. */
public final class ContractNotices implements ContractLedger.Listener {
    private static final List<String> COPIED = List.of(
            "appid",
            "sp_appid",
            "sub_appid",
            "sub_mchid",
            "sub_mch_id",
            "plan_id",
            "contract_display_account",
            "out_user_code",
            "request_serial",
            "sub_openid");
    private static final Duration LIFE = Duration.ofDays(365);

    private final Announcer announcer;
    private final String mchid;

    /** Creates a listener that sends through an announcer. */
    public ContractNotices(Announcer announcer, String mchid) {
        this.announcer = announcer;
        this.mchid = mchid;
    }

    @Override
    public void signed(Contract contract) {
        announce(contract, "ENTRUST.SIGN", "ADD", contract.signed().orElseThrow());
    }

    @Override
    public void terminated(Contract contract, Contract.Termination termination) {
        announce(contract, "ENTRUST.TERMINATE", "DELETE", termination.time());
    }

    private void announce(Contract contract, String v3Id, String change, Instant time) {
        String own = contract.text("contract_notify_url");
        String url = own.isEmpty() ? contract.text("notify_url") : own;
        if (contract.protocol() == Protocol.V3) {
            announcer.announce(url, Protocol.V3, v3Id, v3(contract, mchid));
            return;
        }
        Map<String, String> fields = v2(contract);
        fields.put("sign_type", contract.text("sign_type"));
        fields.put("change_type", change);
        fields.put("operate_time", BeijingTime.spaced(time));
        announcer.announce(url, Protocol.V2, "pap-contract-state-changed", fields);
    }

    /** Returns the fields for a v3 query of a contract that was signed. */
    public static Map<String, String> v3(Contract contract, String mchid) {
        Map<String, String> fields = common(contract);
        fields.put(contract.subMchid().isEmpty() ? "mchid" : "sp_mchid", mchid);
        fields.put(contract.subMchid().isEmpty() ? "openid" : "sp_openid", contract.openid());
        fields.put("out_contract_code", contract.code());
        fields.put("contract_state", contract.isActive() ? "SIGNED" : "TERMINATED");
        contract.signed().ifPresent(time -> {
            fields.put("contract_signed_time", BeijingTime.v3(time));
            fields.put("contract_expired_time", BeijingTime.v3(time.plus(LIFE)));
        });
        contract.termination().ifPresent(end -> {
            String path = "contract_terminate_info.";
            fields.put(path + "contract_termination_mode", end.byUser() ? "USER_TERMINATE" : "MCH_API_TERMINATE");
            fields.put(path + "contract_terminated_time", BeijingTime.v3(end.time()));
            fields.put(path + "contract_termination_remark", end.remark());
        });
        return fields;
    }

    /** Returns the fields for a v2 query of a contract that was signed. */
    public static Map<String, String> v2(Contract contract) {
        Map<String, String> fields = common(contract);
        fields.put("openid", contract.openid());
        fields.put("contract_code", contract.code());
        fields.put("contract_state", contract.isActive() ? "0" : "1");
        contract.signed().ifPresent(time -> {
            fields.put("contract_signed_time", BeijingTime.spaced(time));
            fields.put("contract_expired_time", BeijingTime.spaced(time.plus(LIFE)));
        });
        contract.termination().ifPresent(end -> {
            fields.put("contract_termination_mode", end.byUser() ? "2" : "3");
            fields.put("contract_terminated_time", BeijingTime.spaced(end.time()));
            fields.put("contract_termination_remark", end.remark());
        });
        return fields;
    }

    private static Map<String, String> common(Contract contract) {
        Map<String, String> fields = new LinkedHashMap<>();
        COPIED.forEach(name -> fields.put(name, contract.text(name)));
        fields.values().removeIf(String::isEmpty);
        fields.put("contract_id", contract.contractId());
        return fields;
    }
}

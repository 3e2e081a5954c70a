package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Contract;
import io.github.wxpaycodegen.simulator.internal.products.ContractLedger;
import io.github.wxpaycodegen.simulator.internal.products.ContractNotices;
import io.github.wxpaycodegen.simulator.internal.v2.V2Payments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of contracts and of deductions by them, of merchants and of service providers. */
public final class ContractEndpoints {
    private static final List<String> V3_OFFERS = List.of("app", "h5", "jsapi", "mini-program");
    private static final String CONTRACT = "/plan-id/{plan_id}/out-contract-code/{out_contract_code}";
    private static final String TRADE_TYPE = "PAP";
    private static final String MINI_PROGRAM = "wxbd687630cd02ce1d";

    private final ContractLedger ledger;
    private final V2Payments payments;
    private final String mchid;

    /**
     * Creates the operations on a ledger.
     *
     * @param payments creates orders that offer a contract, too
     */
    public ContractEndpoints(ContractLedger ledger, V2Payments payments, String mchid) {
        this.ledger = ledger;
        this.payments = payments;
        this.mchid = mchid;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", "v3/papay/sign/contracts/pre-entrust-sign", request -> offer(Protocol.V3, request));
        for (String home : List.of("", "partner/")) {
            for (String way : V3_OFFERS) {
                operations.add(
                        "POST",
                        "v3/papay/scheduled-deduct-sign/" + home + "contracts/pre-entrust-sign/" + way,
                        request -> offer(Protocol.V3, request));
            }
            String contract = "v3/papay/sign/" + home + "contracts" + CONTRACT;
            operations.add("GET", contract, request -> ContractNotices.v3(contract(request), mchid));
            operations.add(
                    "POST",
                    contract + "/terminate",
                    request -> ContractNotices.v3(terminate(contract(request), request), mchid));
            operations.add("POST", "v3/papay/pay/" + home + "transactions/apply", this::deductInV3);

            for (String way : List.of("entrustweb", "h5entrustweb")) {
                operations.add("GET", "v2/papay/" + home + way, request -> offer(Protocol.V2, request));
            }
            operations.add("POST", "v2/papay/" + home + "preentrustweb", request -> offer(Protocol.V2, request));
            operations.add(
                    "POST", "v2/papay/" + home + "querycontract", request -> ContractNotices.v2(contract(request)));
            operations.add(
                    "POST",
                    "v2/papay/" + home + "deletecontract",
                    request -> ContractNotices.v2(terminate(contract(request), request)));
        }
        operations.add("POST", "v2/pay/pappayapply", this::deductInV2);
        operations.add("POST", "v2/pay/partner/pappayapply", this::deductInV2);
        for (String way : List.of("vehicle", "transit")) {
            for (String caller : List.of("pay", "partnerpay")) {
                operations.add("POST", "v2/" + way + "/" + caller + "/payapply", this::deductOnTheWay);
            }
        }
        operations.add("POST", "v2/pay/contractorder", this::orderWithContract);
    }

    /** Creates an order and offers a contract. The order does not depend on the contract. */
    private Map<String, String> orderWithContract(Map<String, String> request) throws ProblemException {
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.putAll(payments.unifiedOrder(request));
        try {
            offer(Protocol.V2, request);
            fields.put("contract_result_code", "SUCCESS");
        } catch (ProblemException e) {
            fields.put("contract_result_code", "FAIL");
            fields.put("contract_err_code", e.problem().v2Code());
            fields.put("contract_err_code_des", e.problem().description());
        }
        return fields;
    }

    private Map<String, String> offer(Protocol protocol, Map<String, String> request) throws ProblemException {
        return offered(ledger.offer(protocol, sub(request), Fields.text(request, "plan_id"), code(request), request));
    }

    private static String sub(Map<String, String> request) {
        return Fields.text(request, "sub_mchid", "sub_mch_id");
    }

    private static String code(Map<String, String> request) {
        return Fields.text(request, "out_contract_code", "contract_code");
    }

    /** Returns all fields with which the user can open the contract. The response contains those that its spec declares. */
    private static Map<String, String> offered(Contract contract) {
        String path = "pages/index/index?pre_entrustweb_id=" + contract.contractId();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("pre_entrustweb_id", contract.contractId());
        fields.put(
                "redirect_url",
                "https://payapp.weixin.qq.com/papay/entrust?pre_entrustweb_id=" + contract.contractId());
        fields.put("redirect_appid", MINI_PROGRAM);
        fields.put("redirect_path", path);
        fields.put("mini_program_username", "gh_0123456789ab");
        fields.put("mini_program_path", path);
        fields.put("miniprogram_username", "gh_0123456789ab");
        fields.put("miniprogram_path", path);
        return fields;
    }

    /** Returns the contract by the gateway's number or the merchant's. */
    private Contract contract(Map<String, String> request) throws ProblemException {
        String contractId = Fields.text(request, "contract_id");
        return contractId.isEmpty()
                ? ledger.contract(sub(request), Fields.text(request, "plan_id"), code(request))
                : ledger.contractById(sub(request), contractId);
    }

    private Contract terminate(Contract contract, Map<String, String> request) throws ProblemException {
        return ledger.terminate(contract, false, Fields.text(request, "contract_termination_remark"));
    }

    private Map<String, String> deductInV3(Map<String, String> request) throws ProblemException {
        Map<String, String> all = payable(request);
        all.put("notify_url", Fields.text(request, "transaction_notify_url"));
        Payment payment = deduct(new Order(
                Protocol.V3,
                TRADE_TYPE,
                Fields.text(request, "out_trade_no"),
                sub(request),
                Fields.amount(request, "amount.total"),
                Fields.text(request, "amount.currency").isEmpty() ? "CNY" : Fields.text(request, "amount.currency"),
                Optional.empty(),
                all));
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("amount.currency", payment.order().currency());
        return fields;
    }

    /** Deducts a fare or a fee for parking. The user may be known by other means than a contract of these operations. */
    private Map<String, String> deductOnTheWay(Map<String, String> request) throws ProblemException {
        if (!Fields.text(request, "contract_id").isEmpty()) {
            return deductInV2(request);
        }
        ledger.deduct(v2Order(request, request));
        return request;
    }

    private Map<String, String> deductInV2(Map<String, String> request) throws ProblemException {
        deduct(v2Order(request, payable(request)));
        return request;
    }

    /** @param all the fields of the request, and those of the payer */
    private static Order v2Order(Map<String, String> request, Map<String, String> all) {
        return new Order(
                Protocol.V2,
                TRADE_TYPE,
                Fields.text(request, "out_trade_no"),
                sub(request),
                Fields.amount(request, "total_fee"),
                request.getOrDefault("fee_type", "CNY"),
                Optional.empty(),
                all);
    }

    private Payment deduct(Order order) throws ProblemException {
        return ledger.deduct(order.field("contract_id").orElse(""), order);
    }

    /** Returns the fields of a deduction, with the user who signed the contract as the payer. */
    private Map<String, String> payable(Map<String, String> request) throws ProblemException {
        String openid = ledger.contractById(sub(request), Fields.text(request, "contract_id"))
                .openid();
        Map<String, String> all = new LinkedHashMap<>(request);
        all.put("payer.openid", openid);
        all.put("openid", openid);
        all.put("mchid", mchid);
        return all;
    }
}

package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.PayoutLedger;
import io.github.wxpaycodegen.simulator.internal.products.PayoutLedger.Kind;
import io.github.wxpaycodegen.simulator.internal.products.Transfer;
import io.github.wxpaycodegen.simulator.internal.products.Transfer.State;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.FileDigest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The v2 operations of payments to people (企业付款): to users, to employees, and to bank cards. */
public final class PayoutEndpoints {
    private static final String HOME = "v2/mmpaymkttransfers/";
    private static final String BANK = "v2/mmpaysptrans/";

    /** The fee of a payment to a bank card: a thousandth of the amount, within limits in fen. */
    private static final long FEE_DIVISOR = 1_000;

    private static final long LEAST_FEE = 100;
    private static final long MOST_FEE = 2_500;

    private final PayoutLedger ledger;
    private final String mchid;

    /** Creates the operations on a ledger. */
    public PayoutEndpoints(PayoutLedger ledger, String mchid) {
        this.ledger = ledger;
        this.mchid = mchid;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", HOME + "promotion/transfers", request -> pay(Kind.WALLET, request));
        operations.add("POST", HOME + "gettransferinfo", request -> payment(Kind.WALLET, request));
        operations.add("POST", HOME + "promotion/paywwsptrans2pocket", request -> pay(Kind.EMPLOYEE, request));
        operations.add("POST", HOME + "promotion/querywwsptrans2pocket", request -> payment(Kind.EMPLOYEE, request));
        operations.add("POST", BANK + "pay_bank", request -> pay(Kind.BANK, request));
        operations.add("POST", BANK + "query_bank", this::toBank);
    }

    private Map<String, String> pay(Kind kind, Map<String, String> request) throws ProblemException {
        Transfer payment = ledger.pay(kind, request);
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("payment_no", payment.id());
        fields.put("payment_time", BeijingTime.spaced(payment.created()));
        fields.put("cmms_amt", Long.toString(fee(payment)));
        return fields;
    }

    private static long fee(Transfer payment) {
        return Math.max(LEAST_FEE, Math.min(MOST_FEE, (payment.amount() + FEE_DIVISOR / 2) / FEE_DIVISOR));
    }

    private Transfer find(Kind kind, Map<String, String> request) throws ProblemException {
        return ledger.payment(kind, Fields.text(request, "partner_trade_no"));
    }

    private Map<String, String> payment(Kind kind, Map<String, String> request) throws ProblemException {
        Transfer payment = find(kind, request);
        Map<String, String> fields = common(payment);
        fields.put("appid", Fields.text(payment.request(), "mch_appid", "appid"));
        fields.put("detail_id", payment.id());
        fields.put("payment_amount", Long.toString(payment.amount()));
        fields.put("transfer_time", BeijingTime.spaced(payment.created()));
        if (!payment.text("re_user_name").isEmpty()) {
            fields.put("transfer_name", payment.text("re_user_name"));
        }
        if (payment.state() == State.SUCCESS) {
            fields.put("payment_time", BeijingTime.spaced(payment.updated()));
        }
        return fields;
    }

    private Map<String, String> common(Transfer payment) {
        Map<String, String> fields = new LinkedHashMap<>(payment.request());
        fields.put("mch_id", mchid);
        fields.put(
                "status",
                payment.state() == State.FAIL ? "FAILED" : payment.state().name());
        if (payment.state() == State.FAIL) {
            fields.put("reason", payment.failReason());
        }
        return fields;
    }

    private Map<String, String> toBank(Map<String, String> request) throws ProblemException {
        Transfer payment = find(Kind.BANK, request);
        Map<String, String> fields = common(payment);
        fields.put("payment_no", payment.id());
        fields.put("bank_no_md5", md5(payment.text("enc_bank_no")));
        fields.put("true_name_md5", md5(payment.text("enc_true_name")));
        fields.put("cmms_amt", Long.toString(fee(payment)));
        fields.put("create_time", BeijingTime.spaced(payment.created()));
        if (payment.state() == State.SUCCESS) {
            fields.put("pay_succ_time", BeijingTime.spaced(payment.updated()));
        }
        return fields;
    }

    private static String md5(String text) {
        return FileDigest.hex("md5", text.getBytes(StandardCharsets.UTF_8)).toUpperCase(Locale.ROOT);
    }
}

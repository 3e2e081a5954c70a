package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.Complaint;
import io.github.wxpaycodegen.simulator.internal.products.ComplaintLedger;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of complaints, of merchants and of service providers. */
public final class ComplaintEndpoints {
    private static final String HOME = "v3/merchant-service/complaints-v2";
    private static final String COMPLAINT = HOME + "/{complaint_id}";
    private static final String URL = "v3/merchant-service/complaint-notifications";
    private static final String IMAGES = "response_images";
    private static final int USUAL_PAGE = 10;
    /** The official pages: the most complaints of a page, and the most steps of a negotiation. */
    private static final int MOST_COMPLAINTS = 50;

    private static final int MOST_STEPS = 300;
    /** The official page of the list: the two days are at most 30 days apart. */
    private static final int DAYS = 30;

    private final ComplaintLedger ledger;
    private final String mchid;

    /** Creates the operations on a ledger. */
    public ComplaintEndpoints(ComplaintLedger ledger, String mchid) {
        this.ledger = ledger;
        this.mchid = mchid;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("GET", HOME, this::list);
        operations.add("GET", COMPLAINT, request -> complaint(find(request)));
        operations.add("GET", COMPLAINT + "/negotiation-historys", this::log);
        operations.add("POST", COMPLAINT + "/response", this::reply);
        operations.add("POST", COMPLAINT + "/response-immediate-service", this::replyAtOnce);
        operations.add("POST", COMPLAINT + "/complete", request -> complaint(ledger.complete(named(request))));
        operations.add("POST", COMPLAINT + "/update-refund-progress", this::decideRefund);

        operations.add("POST", URL, request -> url(request, true));
        operations.add("PUT", URL, request -> url(request, false));
        operations.add("GET", URL, request -> url(ledger.notifyUrl()));
        operations.add("DELETE", URL, request -> {
            ledger.removeNotifyUrl();
            return Map.of();
        });
    }

    private Map<String, String> url(Map<String, String> request, boolean isNew) throws ProblemException {
        String given = Fields.text(request, "url");
        ledger.notifyUrl(given, isNew);
        return url(given);
    }

    private Map<String, String> url(String known) {
        return Map.of("mchid", mchid, "url", known);
    }

    private Complaint find(Map<String, String> request) throws ProblemException {
        return ledger.complaint(Fields.text(request, "complaint_id"));
    }

    /** Returns the complaint that a request names, which must be one about the merchant that it names. */
    private Complaint named(Map<String, String> request) throws ProblemException {
        Complaint complaint = find(request);
        if (!respondent(complaint).equals(Fields.text(request, "complainted_mchid"))) {
            throw new ProblemException(Problem.NO_COMPLAINT);
        }
        return complaint;
    }

    private String respondent(Complaint complaint) {
        return complaint.subMchid().isEmpty() ? mchid : complaint.subMchid();
    }

    private Map<String, String> list(Map<String, String> request) throws ProblemException {
        LocalDate first = day(request, "begin_date");
        LocalDate last = day(request, "end_date");
        if (last.isBefore(first) || last.isAfter(first.plusDays(DAYS))) {
            throw new ProblemException(Problem.BAD_DATE);
        }
        String respondent = Fields.text(request, "complainted_mchid");
        List<Complaint> found = ledger.complaints().stream()
                .filter(each -> {
                    LocalDate day = BeijingTime.day(each.created());
                    return !day.isBefore(first) && !day.isAfter(last);
                })
                .filter(each -> respondent.isEmpty() || respondent(each).equals(respondent))
                .toList();
        return Page.by(request, USUAL_PAGE, MOST_COMPLAINTS).fields(found, this::complaint);
    }

    private static LocalDate day(Map<String, String> request, String field) throws ProblemException {
        return BeijingTime.v3Day(Fields.text(request, field)).orElseThrow(() -> new ProblemException(Problem.BAD_DATE));
    }

    private Map<String, String> log(Map<String, String> request) throws ProblemException {
        return Page.by(request, USUAL_PAGE, MOST_STEPS).fields(find(request).log(), ComplaintEndpoints::step);
    }

    private static Map<String, String> step(Complaint.Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>(entry.more());
        fields.put("log_id", entry.id());
        fields.put("operator", operator(entry));
        fields.put("operate_time", BeijingTime.v3(entry.time()));
        fields.put("operate_type", entry.type());
        fields.put("operate_details", entry.details());
        return fields;
    }

    private static String operator(Complaint.Entry entry) {
        if (entry.type().endsWith("_SYSTEM_MESSAGE")) {
            return "系统";
        }
        return entry.byMerchant() ? "商家" : "投诉人";
    }

    private Map<String, String> complaint(Complaint complaint) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("complaint_id", complaint.key());
        fields.put("complaint_time", BeijingTime.v3(complaint.created()));
        fields.put("complaint_detail", complaint.text());
        fields.put("problem_description", complaint.text());
        fields.put("complaint_state", complaint.state().name());
        fields.put("complainted_mchid", respondent(complaint));
        fields.put("payer_phone", complaint.phone());
        fields.put("payer_openid", complaint.payment().receipt().orElseThrow().openid());
        String order = "complaint_order_info[0].";
        fields.put(
                order + "transaction_id",
                complaint.payment().receipt().orElseThrow().transactionId());
        fields.put(order + "out_trade_no", complaint.payment().order().outTradeNo());
        fields.put(order + "amount", Long.toString(complaint.payment().order().total()));
        fields.put("complaint_full_refunded", Boolean.toString(ledger.isRefunded(complaint)));
        fields.put("incoming_user_response", Boolean.toString(complaint.waiting()));
        fields.put("user_complaint_times", Integer.toString(complaint.times()));
        fields.put("problem_type", complaint.refundAmount() == 0 ? "OTHERS" : "REFUND");
        if (complaint.refundAmount() > 0) {
            fields.put("apply_refund_amount", Long.toString(complaint.refundAmount()));
        }
        fields.put("in_platform_service", "false");
        fields.put("need_immediate_service", "false");
        return fields;
    }

    private Map<String, String> reply(Map<String, String> request) throws ProblemException {
        Map<String, String> images = new LinkedHashMap<>();
        request.forEach((name, id) -> {
            if (name.startsWith(IMAGES + "[")) {
                images.put(
                        name.replaceFirst(IMAGES, "image_list"),
                        "https://api.mch.weixin.qq.com/v3/merchant-service/images/"
                                + URLEncoder.encode(id, StandardCharsets.UTF_8));
            }
        });
        return complaint(ledger.merchantReplies(named(request), Fields.text(request, "response_content"), images));
    }

    /** Replies with blocks of text. The same {@code idempotent_id} is the same reply. */
    private Map<String, String> replyAtOnce(Map<String, String> request) throws ProblemException {
        String id = Fields.text(request, "idempotent_id");
        Complaint complaint = named(request);
        Optional<Complaint.Entry> earlier = complaint.log().stream()
                .filter(entry -> id.equals(entry.more().get("idempotent_id")))
                .findFirst();
        if (earlier.isPresent()) {
            return Map.of("log_id", earlier.get().id());
        }
        Map<String, String> more = new LinkedHashMap<>();
        more.put("idempotent_id", id);
        Flattened.within(request, "message").forEach((path, value) -> more.put("normal_message." + path, value));
        List<Complaint.Entry> log = ledger.merchantReplies(complaint, "", more).log();
        return Map.of("log_id", log.get(log.size() - 1).id());
    }

    private Map<String, String> decideRefund(Map<String, String> request) throws ProblemException {
        boolean approved = Fields.text(request, "action").equals("APPROVE");
        return complaint(ledger.decideRefund(find(request), approved, Fields.text(request, "reject_reason", "remark")));
    }
}

package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The error codes of a raw call, and what each proves. Not thread-safe. */
final class RawErrors {
    /**
     * The error codes that any bundled spec calls uncertain. After one of them, the outcome of an operation that does not
     * list it is unknown.
     */
    private static final List<String> UNCERTAIN = List.of(
            "SYSTEM_ERROR",
            "SYSTEMERROR",
            "BANK_ERROR",
            "BANKERROR",
            "USERPAYING",
            "PROCESSING",
            "INVALID_REQUEST",
            "PARAM_ERROR",
            "BIZERR_NEED_RETRY",
            "BIZ_ERR_NEED_RETRY",
            "SEND_FAILED",
            "FATAL_ERROR",
            "ALREADY_EXISTS",
            "RESOURCE_ALREADY_EXISTS",
            "OUT_TRADE_NO_USED",
            "ORDERPAID",
            "ORDER_PAID",
            "ORDER_ACCEPTED",
            "ORDER_DONE",
            "ORDER_CLOSED",
            "REFUND_FEE_MISMATCH",
            "FREQUENCY_LIMIT",
            "FREQUENCY_LIMITED",
            "FREQUENCY_LIMIT_EXCEED",
            "RATELIMIT_EXCEED",
            "RATELIMIT_EXCEEDED",
            "RATE_LIMITED",
            "FREQ_LIMIT",
            "NOT_ENOUGH",
            "RULE_LIMIT",
            "REQUEST_BLOCKED",
            "NOT_FOUND",
            "RESOURCE_NOT_EXISTS");

    /** Codes with which the gateway rejects requests to any operation before that runs. All others prove nothing. */
    private static final List<String> CERTAIN = List.of(
            "SIGN_ERROR",
            "SIGNERROR",
            "NO_AUTH",
            "NOAUTH",
            "APPID_MCHID_NOT_MATCH",
            "APPID_NOT_EXIST",
            "MCH_NOT_EXISTS",
            "MCHID_NOT_EXIST",
            "LACK_PARAMS",
            "XML_FORMAT_ERROR",
            "XML_ERROR",
            "POST_DATA_EMPTY",
            "REQUIRE_POST_METHOD",
            "NOT_UTF8",
            "CA_ERROR",
            "INVALID_REQ_TOO_MUCH");

    /** Codes after which no operation that changes something has a known outcome. */
    private static final List<String> ALWAYS_UNCERTAIN = List.of("SYSTEM_ERROR", "SYSTEMERROR");

    private final Map<String, String> advice = new LinkedHashMap<>();
    private final Set<String> uncertain = new LinkedHashSet<>(ALWAYS_UNCERTAIN);
    private boolean rejectsUnlisted;

    /** Returns the codes that are uncertain for any operation. */
    static List<String> uncertain() {
        return UNCERTAIN;
    }

    /** Returns the codes that are certain for every operation. */
    static List<String> certain() {
        return CERTAIN;
    }

    void add(String code, String text) {
        Objects.requireNonNull(code, "error code");
        Objects.requireNonNull(text, "advice for an error code");
        advice.put(code, text);
    }

    void addUncertain(String... codes) {
        for (String code : Objects.requireNonNull(codes, "error codes")) {
            uncertain.add(Objects.requireNonNull(code, "error code"));
        }
    }

    void rejectUnlisted() {
        rejectsUnlisted = true;
    }

    private static String undeclared(String code) {
        return "The call does not declare this code. If the documentation says that the operation had no effect then,"
                + " declare the code with error(\"" + ForeignText.shown(code)
                + "\", ...). If it says so of all codes that are not declared, call rejectsUnlisted(). If the call is a"
                + " query, call readOnly().";
    }

    /** Describes the errors. After a query, no code leaves anything open. */
    void describe(Operation.Builder<?, ?> operation, boolean readOnly) {
        advice.forEach(operation::error);
        if (readOnly) {
            return;
        }
        Set<String> codes = new LinkedHashSet<>(uncertain);
        if (!rejectsUnlisted) {
            // A client has advice for some of them, and would take them for listed.
            UNCERTAIN.stream().filter(code -> !advice.containsKey(code)).forEach(codes::add);
            if (codes.add(Operation.UNLISTED)) {
                Set<String> declared = new HashSet<>(uncertain);
                declared.addAll(advice.keySet());
                declared.addAll(CERTAIN);
                operation.undeclaredAdvice(code -> declared.contains(code) ? null : undeclared(code));
            }
        }
        operation.uncertain(codes.toArray(String[]::new)).listed(CERTAIN.toArray(String[]::new));
    }
}

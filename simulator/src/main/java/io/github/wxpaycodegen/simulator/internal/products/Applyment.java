package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The application of a sub-merchant (特约商户进件); a snapshot.
 *
 * @param key the service provider's {@code business_code}
 * @param request the fields of the last request
 * @param id the gateway's number
 * @param subMchid the merchant id that the sub-merchant gets; hidden until the application is finished
 * @param findings why it was rejected; empty unless it was
 */
public record Applyment(
        String key,
        Map<String, String> request,
        long id,
        Instant created,
        State state,
        String subMchid,
        List<Finding> findings)
        implements Register.Entry {
    /** The state of an application, named as on the wire without its prefix. */
    public enum State {
        AUDITING("审核中"),
        REJECTED("已驳回"),
        TO_BE_CONFIRMED("待账户验证"),
        TO_BE_SIGNED("待签约"),
        SIGNING("开通权限中"),
        FINISHED("已完成"),
        CANCELED("已作废");

        private final String message;

        State(String message) {
            this.message = message;
        }

        /** Returns the {@code applyment_state} on the wire. */
        public String wireName() {
            return "APPLYMENT_STATE_" + name();
        }

        /** Returns the text that describes the state in responses. */
        public String message() {
            return message;
        }
    }

    /**
     * A field that the auditors reject.
     *
     * @param field its name on the wire
     */
    public record Finding(String field, String reason) {}

    public Applyment {
        request = Map.copyOf(request);
        findings = List.copyOf(findings);
    }

    @Override
    public boolean isFinished() {
        return state == State.FINISHED || state == State.CANCELED;
    }

    Applyment with(State next, List<Finding> rejected) {
        return new Applyment(key, request, id, created, next, subMchid, rejected);
    }

    /** Returns the application with the fields of another request, which are audited. */
    Applyment resubmitted(Map<String, String> changed) {
        return new Applyment(key, changed, id, created, State.AUDITING, subMchid, List.of());
    }
}

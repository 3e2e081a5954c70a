package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The application of a sub-merchant (特约商户进件) or of a micro merchant (小微商户); a snapshot.
 *
 * @param key the service provider's {@code business_code}; of an upgrade, the {@code sub_mch_id}
 * @param request the fields of the last request
 * @param id the gateway's number
 * @param subMchid the merchant id that the sub-merchant gets, or has before an upgrade; hidden until a state that shows it
 * @param findings why it was rejected; empty unless it was
 */
public record Applyment(
        String key,
        Kind kind,
        Map<String, String> request,
        long id,
        Instant created,
        State state,
        String subMchid,
        List<Finding> findings)
        implements Register.Entry {
    /** The kind of an application. */
    public enum Kind {
        SUB_MERCHANT,
        /** An application of a micro merchant, in v2. */
        MICRO,
        /** The upgrade of a micro merchant to a company or an individual business, in v2. */
        UPGRADE
    }

    /** The state of an application, named as on the wire of v3 without its prefix. */
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

    /** A decision of auditors or of the gateway, or a step of the sub-merchant. */
    public enum Change implements Transition<State> {
        APPROVE(State.TO_BE_SIGNED),
        ASK_FOR_CONFIRMATION(State.TO_BE_CONFIRMED),
        REJECT(State.REJECTED),
        SIGN(State.SIGNING),
        FINISH(State.FINISHED),
        CANCEL(State.CANCELED);

        private final State to;

        Change(State to) {
            this.to = to;
        }

        @Override
        public Set<State> from() {
            return switch (this) {
                case APPROVE, REJECT -> Set.of(State.AUDITING, State.TO_BE_CONFIRMED);
                case ASK_FOR_CONFIRMATION -> Set.of(State.AUDITING);
                case SIGN -> Set.of(State.TO_BE_SIGNED);
                case FINISH -> Set.of(State.SIGNING);
                case CANCEL ->
                    Set.of(State.AUDITING, State.REJECTED, State.TO_BE_CONFIRMED, State.TO_BE_SIGNED, State.SIGNING);
            };
        }

        /** Returns the state to which it leads. */
        public State to() {
            return to;
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
        return new Applyment(key, kind, request, id, created, next, subMchid, rejected);
    }

    /** Returns the application with the fields of another request, which are audited. */
    Applyment resubmitted(Map<String, String> changed) {
        return new Applyment(key, kind, changed, id, created, State.AUDITING, subMchid, List.of());
    }

    /** Returns the application with other values of some fields, which are not audited. */
    Applyment modified(Map<String, String> changes) {
        Map<String, String> changed = new LinkedHashMap<>(request);
        changed.putAll(changes);
        return new Applyment(key, kind, changed, id, created, state, subMchid, findings);
    }

    /** Returns true if a request repeats that of this application. In v3 a repetition is an error, too. */
    boolean isRepeatedBy(Kind other, Map<String, String> again) {
        return kind == other && kind != Kind.SUB_MERCHANT && request.equals(again);
    }

    /** Returns the short name of the merchant; an empty text if there is none. */
    public String title() {
        return text(kind == Kind.SUB_MERCHANT ? "business_info.merchant_shortname" : "merchant_shortname");
    }
}

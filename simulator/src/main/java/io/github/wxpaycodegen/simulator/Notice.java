package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDraft;
import io.github.wxpaycodegen.simulator.internal.v2.V2Algorithm;

/**
 * A notification to send. It follows a spec, has a value in every field, and deviates from the spec as a test
 * configures it. Immutable; each method returns another notification.
 *
 * <pre>{@code
 * simulator.notifications().send(url, Notice.v3("REFUND.SUCCESS").with("amount.refund", "50"));
 * simulator.notifications().send(url, Notice.v2("transaction-success").withFault(NoticeFault.BAD_SIGNATURE));
 * }</pre>
 */
public final class Notice {
    private final NoticeDraft draft;

    private Notice(NoticeDraft draft) {
        this.draft = draft;
    }

    /** Returns a v3 notification by the id of its spec: {@code TRANSACTION.SUCCESS}. */
    public static Notice v3(String specId) {
        return new Notice(NoticeDraft.of(Protocol.V3, Arguments.required(specId, "specId")));
    }

    /**
     * Returns a v2 notification by the id of its spec: {@code transaction-success}, {@code refund-processed}, {@code
     * CHECK.SUCCESS}.
     */
    public static Notice v2(String specId) {
        return new Notice(NoticeDraft.of(Protocol.V2, Arguments.required(specId, "specId")));
    }

    /**
     * Sets the value of a field. {@link Notifications#send} checks that the spec declares the field, and that the value is
     * of its type; {@link #unknownField} sets others.
     *
     * @param path in v3 the path within the resource: {@code amount.total}; in v2 the name, or within an encrypted part
     *     the path: {@code req_info.refund_id}
     */
    public Notice with(String path, String value) {
        return new Notice(draft.withValue(Arguments.required(path, "path"), Arguments.required(value, "value")));
    }

    /**
     * Sets a value that does not follow the spec: that of a field which the gateway has added, or one of another type.
     *
     * @param path as in {@link #with}
     */
    public Notice unknownField(String path, String value) {
        return new Notice(
                draft.withUncheckedValue(Arguments.required(path, "path"), Arguments.required(value, "value")));
    }

    /** Sets the event type, which may be one without a spec; by default it is the first of the spec. */
    public Notice eventType(String type) {
        return new Notice(draft.withEventType(Arguments.required(type, "type")));
    }

    /** Sets the {@code original_type} of a v3 notification; by default it is the first of the spec. */
    public Notice originalType(String type) {
        return new Notice(draft.withOriginalType(Arguments.required(type, "type")));
    }

    /** Sets the algorithm of the signature of a v2 notification that does not name its algorithm; by default MD5. */
    public Notice signType(SignType type) {
        return new Notice(draft.withAlgorithm(
                V2Algorithm.named(Arguments.required(type, "type").value()).orElseThrow()));
    }

    /**
     * Makes the notification faulty.
     *
     * @throws IllegalArgumentException if its protocol has no such fault
     */
    public Notice withFault(NoticeFault fault) {
        return new Notice(draft.withFlaw(Arguments.required(fault, "fault").flaw()));
    }

    /** Delivers the notification twice, with the same id, even if the first delivery is accepted. */
    public Notice twice() {
        return new Notice(draft.withCopies(2));
    }

    NoticeDraft draft() {
        return draft;
    }

    /** Returns the protocol and the spec, but no values, because some are personal data. */
    @Override
    public String toString() {
        return draft.toString();
    }
}

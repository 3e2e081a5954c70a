package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Protocol;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A notification to send: one of the specs, a value in every field, and what is to differ. Immutable; each method gives
 * another one.
 *
 * <pre>{@code
 * simulator.notifications().send(url, Notice.v3("REFUND.SUCCESS").with("amount.refund", "50"));
 * simulator.notifications().send(url, Notice.v2("transaction-success").spoilt(NoticeFault.BAD_SIGNATURE));
 * }</pre>
 */
public final class Notice {
    private final Protocol protocol;
    private final String specId;
    private final Map<String, String> values;
    private final boolean exact;
    private final Optional<String> eventType;
    private final Optional<String> originalType;
    private final SignType signType;
    private final Optional<NoticeFault> fault;
    private final int copies;

    private Notice(Protocol protocol, String specId, boolean exact, Map<String, String> values) {
        this(protocol, specId, values, exact, Optional.empty(), Optional.empty(), SignType.MD5, Optional.empty(), 1);
    }

    private Notice(
            Protocol protocol,
            String specId,
            Map<String, String> values,
            boolean exact,
            Optional<String> eventType,
            Optional<String> originalType,
            SignType signType,
            Optional<NoticeFault> fault,
            int copies) {
        this.protocol = protocol;
        this.specId = specId;
        this.values = values;
        this.exact = exact;
        this.eventType = eventType;
        this.originalType = originalType;
        this.signType = signType;
        this.fault = fault;
        this.copies = copies;
    }

    /** Of v3, by the id of its spec: {@code TRANSACTION.SUCCESS}. */
    public static Notice v3(String specId) {
        return new Notice(Protocol.V3, Objects.requireNonNull(specId), false, Map.of());
    }

    /** Of v2, by the id of its spec: {@code transaction-success}, {@code refund-processed}, {@code CHECK.SUCCESS}. */
    public static Notice v2(String specId) {
        return new Notice(Protocol.V2, Objects.requireNonNull(specId), false, Map.of());
    }

    /** With these values and no others: what really happened. */
    static Notice exactly(Protocol protocol, String specId, Map<String, String> values) {
        return new Notice(protocol, specId, true, new LinkedHashMap<>(values));
    }

    /**
     * A field has this value; one that its spec does not have is sent too, as a new field of the gateway would be.
     *
     * @param path of v3 that within the resource: {@code amount.total}; of v2 the name, or of what is encrypted the path:
     *     {@code req_info.refund_id}
     */
    public Notice with(String path, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(path, value);
        return new Notice(protocol, specId, more, exact, eventType, originalType, signType, fault, copies);
    }

    /** It comes under this event type, which no spec needs to have; by default the first of its spec. */
    public Notice eventType(String type) {
        return new Notice(protocol, specId, values, exact, Optional.of(type), originalType, signType, fault, copies);
    }

    /** v3: its {@code original_type}; by default the first of its spec. */
    public Notice originalType(String type) {
        return new Notice(protocol, specId, values, exact, eventType, Optional.of(type), signType, fault, copies);
    }

    /** v2: how it is signed where it does not name its algorithm; by default MD5. */
    public Notice signType(SignType type) {
        return new Notice(protocol, specId, values, exact, eventType, originalType, type, fault, copies);
    }

    /**
     * Something is wrong with it.
     *
     * @throws IllegalArgumentException if its protocol has nothing of the kind
     */
    public Notice spoilt(NoticeFault wrong) {
        if (protocol == Protocol.V2 && !wrong.isInV2()) {
            throw new IllegalArgumentException("there is no " + wrong + " in v2");
        }
        return new Notice(
                protocol, specId, values, exact, eventType, originalType, signType, Optional.of(wrong), copies);
    }

    /** It is delivered twice, even when the first is accepted: the same notification with the same id. */
    public Notice twice() {
        return new Notice(protocol, specId, values, exact, eventType, originalType, signType, fault, 2);
    }

    Protocol protocol() {
        return protocol;
    }

    String specId() {
        return specId;
    }

    Map<String, String> values() {
        return values;
    }

    boolean isExact() {
        return exact;
    }

    Optional<String> eventType() {
        return eventType;
    }

    Optional<String> originalType() {
        return originalType;
    }

    SignType signType() {
        return signType;
    }

    boolean has(NoticeFault wrong) {
        return fault.filter(wrong::equals).isPresent();
    }

    int copies() {
        return copies;
    }

    /** Protocol and spec; no value, since some are personal. */
    @Override
    public String toString() {
        return protocol + " " + specId;
    }
}

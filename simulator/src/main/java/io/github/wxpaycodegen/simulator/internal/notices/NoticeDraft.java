package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.v2.V2Algorithm;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A notification to send: its spec, and the values and faults that it should have.
 *
 * @param specId the id of the spec
 * @param values by path
 * @param unchecked the paths whose values need not follow the spec
 * @param exact true if only fields with a given value are present; otherwise every field has a value
 * @param eventType empty for the first of the spec
 * @param originalType of v3; empty for the first of the spec
 * @param algorithm the algorithm of the signature in v2, for notifications that do not name it
 * @param copies the number of deliveries
 */
public record NoticeDraft(
        Protocol protocol,
        String specId,
        Map<String, String> values,
        Set<String> unchecked,
        boolean exact,
        Optional<String> eventType,
        Optional<String> originalType,
        V2Algorithm algorithm,
        Optional<Flaw> flaw,
        int copies) {
    /** Returns a notification with a value in every field. */
    public static NoticeDraft of(Protocol protocol, String specId) {
        return new NoticeDraft(
                protocol,
                specId,
                Map.of(),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                V2Algorithm.MD5,
                Optional.empty(),
                1);
    }

    /** Returns a notification with exactly these values. */
    public static NoticeDraft exactly(Protocol protocol, String specId, Map<String, String> values) {
        return new NoticeDraft(
                protocol,
                specId,
                new LinkedHashMap<>(values),
                Set.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                V2Algorithm.MD5,
                Optional.empty(),
                1);
    }

    /** Returns the notification with another value at a path. */
    public NoticeDraft withValue(String path, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(path, value);
        return new NoticeDraft(
                protocol, specId, more, unchecked, exact, eventType, originalType, algorithm, flaw, copies);
    }

    /** Returns the notification with a value at a path that the spec need not declare. */
    public NoticeDraft withUncheckedValue(String path, String value) {
        Set<String> more = new HashSet<>(unchecked);
        more.add(path);
        return new NoticeDraft(protocol, specId, values, more, exact, eventType, originalType, algorithm, flaw, copies)
                .withValue(path, value);
    }

    /** Returns the notification with another event type. */
    public NoticeDraft withEventType(String type) {
        return new NoticeDraft(
                protocol, specId, values, unchecked, exact, Optional.of(type), originalType, algorithm, flaw, copies);
    }

    /** Returns the notification with another {@code original_type}. */
    public NoticeDraft withOriginalType(String type) {
        return new NoticeDraft(
                protocol, specId, values, unchecked, exact, eventType, Optional.of(type), algorithm, flaw, copies);
    }

    /** Returns the notification with another algorithm of the signature. */
    public NoticeDraft withAlgorithm(V2Algorithm type) {
        return new NoticeDraft(protocol, specId, values, unchecked, exact, eventType, originalType, type, flaw, copies);
    }

    /**
     * Returns the same notification with a fault.
     *
     * @throws IllegalArgumentException if its protocol has no such fault
     */
    public NoticeDraft withFlaw(Flaw wrong) {
        if (protocol == Protocol.V2 && !wrong.isInV2()) {
            throw new IllegalArgumentException("there is no " + wrong + " in v2");
        }
        return new NoticeDraft(
                protocol,
                specId,
                values,
                unchecked,
                exact,
                eventType,
                originalType,
                algorithm,
                Optional.of(wrong),
                copies);
    }

    /** Returns the notification with another number of deliveries. */
    public NoticeDraft withCopies(int number) {
        return new NoticeDraft(
                protocol, specId, values, unchecked, exact, eventType, originalType, algorithm, flaw, number);
    }

    boolean has(Flaw wrong) {
        return flaw.filter(wrong::equals).isPresent();
    }

    /** Returns the protocol and the spec, but no values, because some are personal data. */
    @Override
    public String toString() {
        return protocol + " " + specId;
    }
}

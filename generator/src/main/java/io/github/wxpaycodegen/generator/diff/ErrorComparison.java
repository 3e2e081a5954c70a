package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.model.Effects;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.RequestIdError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the errors of operations, and those that operations share. The outcome after an error decides whether a caller
 * may repeat a payment, so a change of it is a change on the wire, although no byte differs.
 */
final class ErrorComparison {
    /** Stands among the uncertain codes of an operation for all codes without advice. */
    private static final String UNLISTED = "*";

    private final ErrorCatalog before;
    private final ErrorCatalog after;

    ErrorComparison(ErrorCatalog before, ErrorCatalog after) {
        this.before = before;
        this.after = after;
    }

    /** Compares the errors of an operation. */
    void compare(Protocol protocol, Effects old, Effects now, Notes notes) {
        notes.changed(Impact.DOCUMENTATION, "the error codes", described(old.errors()), described(now.errors()));
        Outcomes first = Outcomes.of(old, shared(before, protocol));
        Outcomes second = Outcomes.of(now, shared(after, protocol));
        Set<String> codes = new TreeSet<>(first.codes());
        codes.addAll(second.codes());
        for (String code : codes) {
            outcome(code, first.isUnknownAfter(code), second.isUnknownAfter(code), notes);
        }
    }

    private static List<ErrorSpec> shared(ErrorCatalog errors, Protocol protocol) {
        return protocol == Protocol.V2 ? errors.v2() : errors.v3();
    }

    /** Compares the errors that operations share. */
    List<Change> compareShared() {
        List<Change> changes = new ArrayList<>();
        Notes v2 = notes("v2/_errors", changes);
        shared(before.v2(), after.v2(), v2);
        Notes v3 = notes("v3/_errors", changes);
        shared(before.v3(), after.v3(), v3);
        v3.changed(
                Impact.DOCUMENTATION,
                "the errors by Request-ID",
                byRequestId(before.requestIds()),
                byRequestId(after.requestIds()));
        return changes;
    }

    private static void shared(List<ErrorSpec> old, List<ErrorSpec> now, Notes notes) {
        notes.changed(Impact.DOCUMENTATION, "the shared error codes", described(old), described(now));
        Set<String> first = uncertain(old);
        Set<String> second = uncertain(now);
        Set<String> codes = new TreeSet<>(first);
        codes.addAll(second);
        codes.forEach(code -> outcome(code, first.contains(code), second.contains(code), notes));
    }

    private static void outcome(String code, boolean wasUnknown, boolean isUnknown, Notes notes) {
        if (wasUnknown != isUnknown) {
            String error = code.equals(UNLISTED) ? "an unlisted error" : "`" + code + "`";
            notes.add(
                    Impact.WIRE,
                    "the outcome after " + error + (isUnknown ? " is unknown now" : " is not unknown anymore"));
        }
    }

    private static Notes notes(String subject, List<Change> changes) {
        return new Notes((impact, text) -> changes.add(new Change(subject, impact, text)));
    }

    private static Set<String> uncertain(List<ErrorSpec> errors) {
        return errors.stream()
                .filter(ErrorSpec::uncertain)
                .map(ErrorSpec::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<List<Object>> described(List<ErrorSpec> errors) {
        return errors.stream()
                .map(error -> List.<Object>of(error.code(), error.status(), error.title(), error.advice()))
                .collect(Collectors.toSet());
    }

    private static Set<List<Object>> byRequestId(List<RequestIdError> errors) {
        return errors.stream()
                .map(error -> List.<Object>of(error.number(), error.product(), error.title(), error.advice()))
                .collect(Collectors.toSet());
    }

    /**
     * The error codes of an operation by their outcome. The runtime takes a code for listed if the operation or its protocol
     * has advice for it.
     */
    private record Outcomes(Set<String> uncertain, Set<String> listed) {
        static Outcomes of(Effects effects, List<ErrorSpec> shared) {
            return new Outcomes(
                    Set.copyOf(effects.uncertain()),
                    Stream.concat(effects.errors().stream(), shared.stream())
                            .filter(error -> error.advice().isPresent())
                            .map(ErrorSpec::code)
                            .collect(Collectors.toSet()));
        }

        Set<String> codes() {
            Set<String> codes = new TreeSet<>(uncertain);
            codes.addAll(listed);
            return codes;
        }

        boolean isUnknownAfter(String code) {
            return uncertain.contains(code) || (uncertain.contains(UNLISTED) && !listed.contains(code));
        }
    }
}

package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.FieldGroup;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules that apply to several fields together. */
public final class FieldGroupRules {
    private FieldGroupRules() {}

    /** Returns the violation of a group; empty if there is none. */
    public static Optional<Violation> problem(FieldGroup group, Predicate<String> isPresent) {
        long present = group.names().stream().filter(isPresent).count();
        String names = String.join(", ", group.names());
        return switch (group.kind()) {
            case EXACTLY_ONE_OF ->
                present == 1
                        ? Optional.empty()
                        : Optional.of(new Violation(present == 0, "exactly one of " + names + " must be given"));
            case AT_LEAST_ONE_OF ->
                present >= 1
                        ? Optional.empty()
                        : Optional.of(new Violation(true, "at least one of " + names + " must be given"));
        };
    }
}

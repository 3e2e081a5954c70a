package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import java.util.EnumMap;
import java.util.Map;

/** Severity of each code. Errors stop the generator, so only the severity of findings can be configured. Immutable. */
public final class Severities {
    private static final Severities DEFAULTS = new Severities(Map.of());

    private final Map<Code, Severity> configured;

    private Severities(Map<Code, Severity> configured) {
        this.configured = configured;
    }

    /** Returns the default severities: each finding is a warning. */
    public static Severities defaults() {
        return DEFAULTS;
    }

    /**
     * Returns the default severities, except for some codes.
     *
     * @param labels severities by code, in printed form: {@code WX611} and {@code off}
     * @throws IllegalArgumentException if there is no such code or severity, or the code is that of an error
     */
    public static Severities of(Map<String, String> labels) {
        Map<Code, Severity> configured = new EnumMap<>(Code.class);
        labels.forEach((id, label) -> {
            Code code = Code.of(id)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "`" + id + "` is not a code: the manual of the spec language lists them"));
            if (!code.isFinding()) {
                throw new IllegalArgumentException(
                        "the severity of " + id + " cannot be changed, because it stops the generator: fix the spec");
            }
            configured.put(code, Severity.of(label));
        });
        return new Severities(configured);
    }

    /** Returns the severity of a code. */
    public Severity of(Code code) {
        return configured.getOrDefault(code, code.isFinding() ? Severity.WARNING : Severity.ERROR);
    }
}

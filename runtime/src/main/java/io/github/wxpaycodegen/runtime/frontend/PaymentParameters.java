package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The signed parameters with which a front end lets the user pay an order. Immutable. The time is a text, as WeChat
 * requires.
 */
public abstract class PaymentParameters {
    private final Map<String, String> values;
    private final String signature;

    PaymentParameters(Map<String, String> values, String signature) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.signature = signature;
    }

    final String value(String name) {
        // The default is never used: each subclass requests only what its factories set.
        return values.getOrDefault(name, "");
    }

    /**
     * Returns the parameters by the names that the front end passes on; unmodifiable, in the order of the official
     * pages.
     */
    public final Map<String, String> asMap() {
        return values;
    }

    /** Returns the parameters as a JSON object. */
    public final String toJson() {
        return JsonDocument.write(values);
    }

    /** Returns true if the other has the same class and the same values. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof PaymentParameters that && getClass() == that.getClass() && values.equals(that.values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    /** Returns the parameters with the signature masked, because anyone who has the signature can use them. */
    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", getClass().getSimpleName() + "{", "}");
        values.forEach((name, value) -> text.add(name + "=" + (name.equals(signature) ? "***" : value)));
        return text.toString();
    }
}

package io.github.wxpaycodegen.reference.sample;

import io.github.wxpaycodegen.generator.plan.JavaField;
import java.util.List;

/** The sample value of a field: of a list, its only element. */
public sealed interface Sample {
    /**
     * A single value.
     *
     * @param text in text form: a number in decimal, a boolean as {@code true} or {@code false}
     */
    record Scalar(String text) implements Sample {}

    /** An object. */
    record Composite(List<Member> members) implements Sample {
        public Composite {
            members = List.copyOf(members);
        }
    }

    /** A field of an object with its value. */
    record Member(JavaField field, Sample value) {}
}

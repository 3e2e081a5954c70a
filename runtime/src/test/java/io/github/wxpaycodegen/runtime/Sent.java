package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Checker;
import io.github.wxpaycodegen.runtime.message.ExtraFields;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import java.util.function.Consumer;

/** A request whose fields a test writes down in place. */
public final class Sent extends RequestMessage {
    private final Consumer<FieldWriter> fields;

    public Sent(Consumer<FieldWriter> fields) {
        this(with(fields));
    }

    private Sent(Builder builder) {
        super(builder);
        this.fields = builder.fields;
    }

    /** A builder of a request with these fields, on which others can be put. */
    public static Builder with(Consumer<FieldWriter> fields) {
        return new Builder(fields);
    }

    @Override
    protected void writeFields(FieldWriter out) {
        fields.accept(out);
    }

    @Override
    public void check(Checker checker) {
        // The tests that use this are not about rules.
    }

    /** Builds {@link Sent}. */
    public static final class Builder extends RequestBuilder<Builder, Sent> {
        private final Consumer<FieldWriter> fields;

        private Builder(Consumer<FieldWriter> fields) {
            super(ExtraFields.NONE);
            this.fields = fields;
        }

        @Override
        public Sent build() {
            return new Sent(this);
        }
    }
}

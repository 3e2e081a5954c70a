package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.ExtraFields;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.MessageBuilder;
import io.github.wxpaycodegen.runtime.message.SentMessage;
import java.util.function.Consumer;

/** A request whose fields a test writes down in place. */
public final class Sent extends SentMessage {
    private final Consumer<FieldWriter> fields;

    public Sent(Consumer<FieldWriter> fields) {
        this.fields = fields;
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

    static final class Builder extends MessageBuilder<Builder> {
        private final Consumer<FieldWriter> fields;

        private Builder(Consumer<FieldWriter> fields) {
            super(ExtraFields.NONE);
            this.fields = fields;
        }

        Sent build() {
            return new Sent(this);
        }
    }
}

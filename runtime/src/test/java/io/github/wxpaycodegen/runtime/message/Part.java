package io.github.wxpaycodegen.runtime.message;

import java.util.function.Consumer;

/** A message whose fields and rules a test writes down in place. */
final class Part extends SentMessage {
    private final Consumer<FieldWriter> fields;

    Part(Consumer<FieldWriter> fields) {
        this.fields = fields;
    }

    private Part(Builder builder) {
        super(builder);
        this.fields = builder.fields;
    }

    static Builder with(Consumer<FieldWriter> fields) {
        return new Builder(ExtraFields.NONE, fields);
    }

    Builder toBuilder() {
        return new Builder(this, fields);
    }

    @Override
    protected void writeFields(FieldWriter out) {
        fields.accept(out);
    }

    static final class Builder extends MessageBuilder<Builder> {
        private final Consumer<FieldWriter> fields;

        private Builder(ExtraFields origin, Consumer<FieldWriter> fields) {
            super(origin);
            this.fields = fields;
        }

        Part build() {
            return new Part(this);
        }
    }
}

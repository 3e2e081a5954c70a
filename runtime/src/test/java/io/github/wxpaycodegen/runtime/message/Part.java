package io.github.wxpaycodegen.runtime.message;

import java.util.function.Consumer;

/** A message whose fields and rules a test writes down in place. */
final class Part extends Message {
    private final Consumer<FieldWriter> fields;
    private final Consumer<Checker> rules;

    Part(Consumer<FieldWriter> fields, Consumer<Checker> rules) {
        super(UnknownFields.EMPTY);
        this.fields = fields;
        this.rules = rules;
    }

    private Part(Builder builder) {
        super(builder);
        this.fields = builder.fields;
        this.rules = builder.rules;
    }

    static Builder with(Consumer<FieldWriter> fields) {
        return new Builder(ExtraFields.NONE, fields, checker -> {});
    }

    static Builder with(Consumer<FieldWriter> fields, Consumer<Checker> rules) {
        return new Builder(ExtraFields.NONE, fields, rules);
    }

    Builder toBuilder() {
        return new Builder(this, fields, rules);
    }

    @Override
    protected void writeFields(FieldWriter out) {
        fields.accept(out);
    }

    @Override
    public void check(Checker checker) {
        rules.accept(checker);
    }

    static final class Builder extends MessageBuilder<Builder> {
        private final Consumer<FieldWriter> fields;
        private final Consumer<Checker> rules;

        private Builder(ExtraFields origin, Consumer<FieldWriter> fields, Consumer<Checker> rules) {
            super(origin);
            this.fields = fields;
            this.rules = rules;
        }

        Part build() {
            return new Part(this);
        }
    }
}

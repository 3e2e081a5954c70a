package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.Nullable;

/** A part of a request or a response as a generated class is one. */
final class Payer extends SentMessage {
    private final @Nullable String id;

    private Payer(Builder builder) {
        super(builder);
        this.id = builder.id;
    }

    @Override
    protected void writeFields(FieldWriter out) {
        out.string("id", id);
    }

    static Payer readFrom(FieldReader in) {
        Builder builder = new Builder(in);
        builder.id = in.string("id");
        return new Payer(builder);
    }

    static Payer fromJson(String json) {
        return readFrom(fieldsOf(json));
    }

    private static final class Builder extends MessageBuilder<Builder> {
        private @Nullable String id;

        private Builder(ExtraFields origin) {
            super(origin);
        }
    }
}

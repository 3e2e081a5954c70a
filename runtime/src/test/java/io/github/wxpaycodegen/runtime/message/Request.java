package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.Nullable;

/** A request as a generated class is one. */
final class Request extends RequestMessage {
    final @Nullable Long total;
    final @Nullable String name;
    final @Nullable String note;
    final @Nullable Payer part;

    private Request(Builder builder) {
        super(builder);
        this.total = builder.total;
        this.name = builder.name;
        this.note = builder.note;
        this.part = builder.part;
    }

    @Override
    protected void writeFields(FieldWriter out) {
        out.query().integer("total", total);
        out.encrypted().string("name", name);
        out.string("note", note);
        out.required().object("part", part);
    }

    static Request readFrom(FieldReader in) {
        in.forSending();
        Builder builder = new Builder(in);
        builder.total = in.integer("total");
        builder.name = in.encrypted().string("name");
        builder.note = in.string("note");
        builder.part = in.object("part", Payer::readFrom);
        return new Request(builder);
    }

    static Request fromJson(String json) {
        return readFrom(fieldsOf(json));
    }

    /** Builds without a check, for tests of what is no request yet. */
    static final class Builder extends MessageBuilder<Builder> {
        private @Nullable Long total;
        private @Nullable String name;
        private @Nullable String note;
        private @Nullable Payer part;

        Builder(ExtraFields origin) {
            super(origin);
        }

        Builder part(Payer value) {
            part = value;
            return this;
        }

        Request build() {
            return new Request(this);
        }
    }
}

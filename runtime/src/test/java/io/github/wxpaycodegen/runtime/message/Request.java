package io.github.wxpaycodegen.runtime.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as a generated class is one. */
final class Request extends RequestMessage {
    final @Nullable Long total;
    final @Nullable String name;
    final @Nullable String note;
    final @Nullable List<String> labels;
    final @Nullable Payer part;

    private Request(Builder builder) {
        super(builder);
        this.total = builder.total;
        this.name = builder.name;
        this.note = builder.note;
        this.labels = builder.labels;
        this.part = builder.part;
    }

    @Override
    protected void writeFields(FieldWriter out) {
        out.query().integer("total", total);
        out.encrypted().string("name", name);
        out.string("note", note);
        out.strings("labels", labels);
        out.required().object("part", part);
    }

    static Request readFrom(FieldReader in) {
        in.forSending();
        Builder builder = new Builder(in);
        builder.total = in.integer("total");
        builder.name = in.encrypted().string("name");
        builder.note = in.string("note");
        builder.labels = in.strings("labels");
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
        private @Nullable List<String> labels;
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

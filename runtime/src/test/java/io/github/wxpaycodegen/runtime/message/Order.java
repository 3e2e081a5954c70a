package io.github.wxpaycodegen.runtime.message;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A message that is sent and received, as a generated class is one. */
final class Order extends SentMessage {
    final @Nullable Long total;
    final @Nullable BigDecimal rate;
    final @Nullable String name;
    final @Nullable List<Coupon> coupons;

    private Order(Builder builder) {
        super(builder);
        this.total = builder.total;
        this.rate = builder.rate;
        this.name = builder.name;
        this.coupons = builder.coupons;
    }

    Builder toBuilder(Consumer<Builder> change) {
        Builder builder = new Builder(this);
        builder.total = total;
        builder.rate = rate;
        builder.name = name;
        builder.coupons = coupons;
        change.accept(builder);
        return builder;
    }

    @Override
    protected void writeFields(FieldWriter out) {
        out.integer("total", total);
        out.number("rate", rate);
        out.encrypted().string("name", name);
        out.indexed("coupons", coupons);
    }

    static Order readFrom(FieldReader in) {
        Builder builder = new Builder(in);
        builder.total = in.integer("total");
        builder.rate = in.number("rate");
        builder.name = in.encrypted().string("name");
        builder.coupons = in.indexed(Coupon::readFrom, "coupon_id_$n", "coupon_fee_$n", "part_$n_$m");
        return new Order(builder);
    }

    static Order fromJson(String json) {
        return readFrom(fieldsOf(json));
    }

    static final class Builder extends MessageBuilder<Builder> {
        @Nullable
        Long total;

        private @Nullable BigDecimal rate;
        private @Nullable String name;

        @Nullable
        List<Coupon> coupons;

        private Builder(ExtraFields origin) {
            super(origin);
        }

        Order build() {
            return new Order(this);
        }
    }

    /** An element of a numbered group, which is only received. */
    static final class Coupon extends ReceivedMessage {
        private final @Nullable String id;
        private final @Nullable Long fee;
        private final @Nullable List<Piece> parts;
        private final UnknownFields unknownFields;

        private Coupon(FieldReader in) {
            id = in.string("coupon_id_$n");
            fee = in.integer("coupon_fee_$n");
            parts = in.indexed(Piece::new, "part_$n_$m");
            unknownFields = unknownFields(in);
        }

        @Override
        public UnknownFields unknownFields() {
            return unknownFields;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            out.string("coupon_id_$n", id);
            out.integer("coupon_fee_$n", fee);
            out.indexed("parts", parts);
        }

        static Coupon readFrom(FieldReader in) {
            return new Coupon(in);
        }

        static Coupon fromJson(String json) {
            return readFrom(fieldsOf(json));
        }
    }

    /** An element of a group within a group. */
    static final class Piece extends ReceivedMessage {
        private final @Nullable Long part;
        private final UnknownFields unknownFields;

        private Piece(FieldReader in) {
            part = in.integer("part_$n_$m");
            unknownFields = unknownFields(in);
        }

        @Override
        public UnknownFields unknownFields() {
            return unknownFields;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            out.integer("part_$n_$m", part);
        }
    }
}

package io.github.wxpaycodegen.runtime.message;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A response as a generated class is one. */
final class Order extends Message {
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

    @Override
    public void check(Checker checker) {
        // It is received.
    }

    static Order readFrom(FieldReader in) {
        Builder builder = new Builder(in);
        in.group("coupons", "coupon_id_$n", "coupon_fee_$n", "part_$n_$m");
        while (in.next()) {
            switch (in.name()) {
                case "total" -> builder.total = in.integer();
                case "rate" -> builder.rate = in.number();
                case "name" -> builder.name = in.encrypted().string();
                case "$coupons" -> builder.coupons = in.indexed(Coupon::readFrom);
                default -> in.unknown();
            }
        }
        return new Order(builder);
    }

    static Order fromJson(String json) {
        return fromJson(json, Order::readFrom);
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

    /** An element of a numbered group. */
    static final class Coupon extends Message {
        private final @Nullable String id;
        private final @Nullable Long fee;
        private final @Nullable List<Piece> parts;

        private Coupon(FieldReader in, @Nullable String id, @Nullable Long fee, @Nullable List<Piece> parts) {
            super(in.unknownFields());
            this.id = id;
            this.fee = fee;
            this.parts = parts;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            out.string("coupon_id_$n", id);
            out.integer("coupon_fee_$n", fee);
            out.indexed("parts", parts);
        }

        @Override
        public void check(Checker checker) {
            // It is received.
        }

        static Coupon readFrom(FieldReader in) {
            String id = null;
            Long fee = null;
            List<Piece> parts = null;
            in.group("parts", "part_$n_$m");
            while (in.next()) {
                switch (in.name()) {
                    case "coupon_id_$n" -> id = in.string();
                    case "coupon_fee_$n" -> fee = in.integer();
                    case "$parts" -> parts = in.indexed(Piece::readFrom);
                    default -> in.unknown();
                }
            }
            return new Coupon(in, id, fee, parts);
        }
    }

    /** An element of a group within a group. */
    static final class Piece extends Message {
        private final @Nullable Long part;

        private Piece(FieldReader in, @Nullable Long part) {
            super(in.unknownFields());
            this.part = part;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            out.integer("part_$n_$m", part);
        }

        @Override
        public void check(Checker checker) {
            // It is received.
        }

        static Piece readFrom(FieldReader in) {
            Long part = null;
            while (in.next()) {
                switch (in.name()) {
                    case "part_$n_$m" -> part = in.integer();
                    default -> in.unknown();
                }
            }
            return new Piece(in, part);
        }
    }
}

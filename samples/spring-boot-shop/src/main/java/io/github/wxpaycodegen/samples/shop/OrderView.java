package io.github.wxpaycodegen.samples.shop;

/** The part of an order that pages show. */
record OrderView(String number, long fen, Order.State state) {
    static OrderView of(Order order) {
        return new OrderView(order.number(), order.fen(), order.state());
    }
}

package io.github.wxpaycodegen.samples.shop;

/** What a page may know of an order. */
record OrderView(String number, long fen, Order.State state) {
    static OrderView of(Order order) {
        return new OrderView(order.number(), order.fen(), order.state());
    }
}

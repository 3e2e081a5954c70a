package io.github.wxpaycodegen.samples.shop;

import io.github.wxpaycodegen.simulator.Simulator;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer's phone: scans the code and pays. */
@RestController
@Profile("simulator")
class Customer {
    private final Orders orders;
    private final Simulator gateway;

    Customer(Orders orders, Simulator gateway) {
        this.orders = orders;
        this.gateway = gateway;
    }

    /** Pays in WeChat. The shop is notified as by the real gateway. */
    @PostMapping(path = "/api/orders/{number:[0-9a-f]{32}}/pay", consumes = MediaType.APPLICATION_JSON_VALUE)
    void pay(@PathVariable String number) {
        Order order = orders.get(number);
        if (order.state() != Order.State.AWAITING_PAYMENT) {
            throw Refusal.notPayable(order);
        }
        gateway.orders().pay(number);
    }
}

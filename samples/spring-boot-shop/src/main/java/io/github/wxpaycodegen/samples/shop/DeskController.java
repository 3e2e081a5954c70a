package io.github.wxpaycodegen.samples.shop;

import java.io.IOException;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of the merchant. It has no login, so it is served only if {@code shop.desk} is true, as with the simulator. */
@RestController
@RequestMapping("/api")
@ConditionalOnBooleanProperty("shop.desk")
class DeskController {
    private final Checkout checkout;
    private final Reconciliation reconciliation;

    DeskController(Checkout checkout, Reconciliation reconciliation) {
        this.checkout = checkout;
        this.reconciliation = reconciliation;
    }

    /** Takes JSON, which the forms of other sites cannot send. */
    @PostMapping(path = "/orders/{number:[0-9a-f]{32}}/refund", consumes = MediaType.APPLICATION_JSON_VALUE)
    OrderView refund(@PathVariable String number) {
        return OrderView.of(checkout.refund(number));
    }

    @GetMapping("/bills/{date}")
    Reconciliation.Day bill(@PathVariable LocalDate date) throws IOException {
        return reconciliation.of(date);
    }
}

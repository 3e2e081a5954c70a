package io.github.wxpaycodegen.samples.shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** API of the customers. The page chooses a random order number, which nobody else can guess. */
@RestController
@RequestMapping("/api")
class ShopController {
    private static final String ORDER = "/orders/{number:[0-9a-f]{32}}";

    private final Checkout checkout;
    private final Orders orders;
    private final OrderEvents events;
    private final ShopView shop;

    ShopController(
            Checkout checkout,
            Orders orders,
            OrderEvents events,
            @Value("${shop.simulator}") boolean simulator,
            @Value("${shop.desk}") boolean desk) {
        this.checkout = checkout;
        this.orders = orders;
        this.events = events;
        this.shop = new ShopView(Product.FEN, simulator, desk);
    }

    /**
     * Settings of the pages.
     *
     * @param simulator true if a button pays in place of the customer
     * @param desk true if the merchant's buttons are served
     */
    record ShopView(long fen, boolean simulator, boolean desk) {}

    @GetMapping("/shop")
    ShopView shop() {
        return shop;
    }

    @PutMapping(ORDER)
    OrderView place(@PathVariable String number) {
        return OrderView.of(checkout.place(number));
    }

    @GetMapping(ORDER)
    OrderView order(@PathVariable String number) {
        return OrderView.of(orders.get(number));
    }

    @GetMapping(path = ORDER + "/qr.svg", produces = "image/svg+xml")
    String qrCode(@PathVariable String number) {
        String codeUrl = orders.get(number).codeUrl();
        if (codeUrl == null) {
            throw Refusal.unknown(number); // to WeChat Pay, so far
        }
        return QrSvg.of(codeUrl);
    }

    @GetMapping(path = ORDER + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String number) {
        return events.watch(number);
    }
}

package io.github.wxpaycodegen.samples.shop;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.pay.TransactionAmount;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.client.v3.refund.RefundStatus;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Sells and refunds. Changes an order only after WeChat Pay has confirmed it. */
@Service
class Checkout {
    /** The time within which the customer may pay. */
    private static final Duration OPEN = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);

    private final WxPay pay;
    private final Orders orders;
    private final Environment environment;

    Checkout(WxPay pay, Orders orders, Environment environment) {
        this.pay = pay;
        this.orders = orders;
        this.environment = environment;
    }

    /**
     * Places an order. It is stored before the call: if the response is lost, the same number is sent again with the same
     * content, which the gateway requires. Repeated with the number of an order that has its QR code, returns that order.
     */
    Order place(String number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Order order = orders.add(Order.placed(number, Product.FEN, now));
        return order.codeUrl() == null && order.state() == Order.State.AWAITING_PAYMENT ? request(order) : order;
    }

    private Order request(Order order) {
        String codeUrl = pay.v3()
                .pay()
                .transactions()
                .native_(b -> b.description(Product.TITLE)
                        .outTradeNo(order.number())
                        .timeExpire(order.createdAt().plus(OPEN).atOffset(ZoneOffset.ofHours(8)))
                        .notifyUrl(notifyUrl())
                        .amount(a -> a.total(order.fen()).currency("CNY")))
                .codeUrl();
        String link = pay.frontEnd().qrCode(Objects.requireNonNull(codeUrl));
        return orders.change(order.number(), o -> o.withCodeUrl(link));
    }

    /** Records a payment that WeChat Pay has confirmed. The amount is compared, because only the full price pays. */
    void paid(String number, @Nullable Long fen, @Nullable OffsetDateTime when) {
        Order order = orders.get(number);
        if (fen == null || fen != order.fen()) {
            throw new IllegalStateException(
                    "order " + number + " costs " + order.fen() + " fen, but WeChat Pay reports " + fen);
        }
        orders.change(number, o -> o.paid(instant(when)));
    }

    /**
     * Returns the money. The order is marked first, so that of two requests at the same time one is refused.
     *
     * @throws Refusal if the order is not paid, or if a refund was requested before
     */
    Order refund(String number) {
        Order order = orders.change(number, Order::refunding);
        try {
            requestRefund(order);
        } catch (WxPayException e) {
            if (e.outcome() == Outcome.UNKNOWN) {
                // The refund may have been made, so the order stays as it is. settle() finds out.
                LOG.warn("the refund of order {} has an unknown outcome", number, e);
            } else {
                orders.change(number, Order::refundRefused);
                throw e;
            }
        }
        return orders.get(number);
    }

    /** Requests a refund, or reads its state: with a number that exists, the gateway returns that refund. */
    private void requestRefund(Order order) {
        Refund refund = pay.v3().refund().domestic().refunds(b -> b.outTradeNo(order.number())
                .outRefundNo(order.refundNumber())
                .notifyUrl(notifyUrl())
                .amount(a -> a.refund(order.fen()).total(order.fen()).currency("CNY")));
        refunded(order.number(), order.refundNumber(), refund.status(), refund.successTime());
    }

    /** Records the state of a refund that WeChat Pay has confirmed. */
    void refunded(
            String number,
            @Nullable String refundNumber,
            @Nullable RefundStatus status,
            @Nullable OffsetDateTime when) {
        if (!orders.get(number).refundNumber().equals(refundNumber)) {
            LOG.warn("refund {} of order {} was not made by this shop", refundNumber, number);
        } else if (status == RefundStatus.SUCCESS) {
            orders.change(number, order -> order.refunded(instant(when)));
        } else if (status == RefundStatus.CLOSED || status == RefundStatus.ABNORMAL) {
            orders.change(number, Order::refundFailed);
        }
    }

    /** Asks for what no notification has reported, because a notification may be lost. */
    @Scheduled(initialDelayString = "${shop.settle-interval}", fixedDelayString = "${shop.settle-interval}")
    void settle() {
        for (Order order : orders.list()) {
            try {
                if (order.state() == Order.State.AWAITING_PAYMENT) {
                    settlePayment(order);
                } else if (order.state() == Order.State.REFUNDING) {
                    requestRefund(order);
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "order {} is {}, and asking WeChat Pay failed: {}",
                        order.number(),
                        order.state(),
                        e.toString());
            }
        }
    }

    private void settlePayment(Order order) {
        boolean isExpired = order.createdAt().plus(OPEN).isBefore(Instant.now());
        Transaction found;
        try {
            found = pay.v3().pay().transactions().outTradeNo(order.number()).get();
        } catch (GatewayException e) {
            if (!isExpired || !"ORDER_NOT_EXIST".equals(e.errorCode())) {
                throw e;
            }
            // WeChat Pay never got the order, and its time is over.
            orders.change(order.number(), Order::closed);
            return;
        }
        TransactionAmount amount = found.amount();
        if (found.tradeState() == TradeState.SUCCESS || found.tradeState() == TradeState.REFUND) {
            paid(order.number(), amount == null ? null : amount.total(), found.successTime());
        } else if (isExpired) {
            // Closed at the gateway first: what is closed there cannot be paid any more.
            pay.v3().pay().transactions().outTradeNo(order.number()).close();
            orders.change(order.number(), Order::closed);
        }
    }

    /** Resolved for each call: by default it contains the port, which is known once the server runs. */
    private String notifyUrl() {
        return environment.getRequiredProperty("shop.notify-url");
    }

    private static Instant instant(@Nullable OffsetDateTime when) {
        return when == null ? Instant.now() : when.toInstant();
    }
}

package io.github.wxpaycodegen.samples.shop;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request that the shop refuses, with a problem document (RFC 9457). The page translates its {@code code}. */
@SuppressWarnings("serial")
final class Refusal extends ErrorResponseException {
    private Refusal(HttpStatus status, String code, String detail) {
        super(status);
        setDetail(detail);
        getBody().setProperty("code", code);
    }

    static Refusal unknown(String number) {
        return new Refusal(HttpStatus.NOT_FOUND, "UNKNOWN_ORDER", "there is no order " + number);
    }

    static Refusal notPayable(Order order) {
        return new Refusal(HttpStatus.CONFLICT, "NOT_PAYABLE", "order " + order.number() + " is " + order.state());
    }

    static Refusal notRefundable(Order order) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "NOT_REFUNDABLE",
                "only a paid order can be refunded, and once: order " + order.number() + " is " + order.state());
    }

    static Refusal noBill(String date) {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "NO_BILL",
                "WeChat Pay has no bill of " + date
                        + ": it is ready at 10 o'clock of the next day, if there were payments");
    }

    static Refusal gatewayFailed() {
        return new Refusal(
                HttpStatus.BAD_GATEWAY,
                "GATEWAY_FAILED",
                "WeChat Pay could not be asked; the log of the shop says why");
    }
}

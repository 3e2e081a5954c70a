package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.v3.pay.TransactionsNativeRequest;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.WxPayException;

/** The examples of the guide to errors. */
final class ErrorExamples {
    private ErrorExamples() {}

    /** Returns a line for the log, and for a decision. */
    static String decide(WxPayException e) {
        return switch (e.outcome()) {
            case NOT_SENT -> "nothing happened, call again: " + e.getMessage();
            case REJECTED ->
                e instanceof GatewayException refused
                        ? refused.errorCode() + ": " + refused.advice() + " (request id " + refused.requestId() + ")"
                        : e.getMessage();
            case UNKNOWN -> e.canSettle() ? "call settle()" : "query it yourself: " + e.getMessage();
        };
    }

    static String problems(TransactionsNativeRequest.Builder order) {
        try {
            order.build();
            return "";
        } catch (InvalidRequestException e) {
            return String.join("; ", e.problems()); // all at once, nothing has been sent
        }
    }
}

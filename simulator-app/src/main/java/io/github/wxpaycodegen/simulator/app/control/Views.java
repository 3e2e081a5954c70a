package io.github.wxpaycodegen.simulator.app.control;

import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.OrderSnapshot;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.RefundSnapshot;
import io.github.wxpaycodegen.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of the API, as they are in JSON. Secrets are in none of them. */
final class Views {
    private Views() {}

    record Merchant(
            String mchid,
            String appid,
            String suite,
            String merchantSerial,
            String publicKeyId,
            String platformSerial,
            @Nullable String brandId) {
        static Merchant of(Simulator simulator) {
            return new Merchant(
                    simulator.mchid(),
                    simulator.appid(),
                    simulator.usesSm() ? "sm" : "rsa",
                    simulator.merchantSerial(),
                    simulator.publicKeyId(),
                    simulator.platformSerial(),
                    simulator.brandId().orElse(null));
        }
    }

    record Overview(String gateway, boolean remembersOrders, ClockState clock, List<Merchant> merchants) {}

    /**
     * The time of orders.
     *
     * @param aheadSeconds how far it is ahead of the system clock
     */
    record ClockState(long aheadSeconds) {
        static ClockState of(Simulator simulator) {
            Duration ahead = Duration.between(Instant.now(), simulator.time());
            // Both clocks are read one after the other.
            return new ClockState(ahead.plusMillis(500).toSeconds());
        }
    }

    record MerchantState(
            ClockState clock,
            List<Order> orders,
            List<Refund> refunds,
            List<Item> products,
            List<Call> calls,
            List<Attempt> attempts,
            List<Fault> faults) {}

    record Order(
            String outTradeNo,
            String tradeType,
            String state,
            long total,
            String currency,
            String created,
            @Nullable String transactionId,
            @Nullable String notifyUrl,
            @Nullable String description) {
        static Order of(OrderSnapshot order) {
            return new Order(
                    order.outTradeNo(),
                    order.tradeType(),
                    order.state(),
                    order.total(),
                    order.currency(),
                    order.created().toString(),
                    order.transactionId().orElse(null),
                    order.notifyUrl().orElse(null),
                    order.request().getOrDefault("description", order.request().get("body")));
        }
    }

    record OrderDetail(Order order, List<Refund> refunds, Map<String, String> request) {}

    record Refund(
            String outRefundNo,
            String refundId,
            String outTradeNo,
            String state,
            long amount,
            long total,
            String created,
            @Nullable String settled) {
        static Refund of(RefundSnapshot refund) {
            return new Refund(
                    refund.outRefundNo(),
                    refund.refundId(),
                    refund.outTradeNo(),
                    refund.state(),
                    refund.amount(),
                    refund.total(),
                    refund.created().toString(),
                    refund.settled().map(Instant::toString).orElse(null));
        }
    }

    /**
     * Something of a product that is neither an order nor a refund.
     *
     * @param product the segment of its paths
     * @param amount in fen; null if it has none
     * @param actions those that its state allows
     */
    record Item(
            String product,
            String number,
            String state,
            String title,
            @Nullable Long amount,
            String created,
            List<Action> actions) {
        /**
         * An action.
         *
         * @param inputs the members that its body must have
         */
        record Action(String name, List<String> inputs) {}
    }

    /**
     * A call.
     *
     * @param status null if the connection was dropped
     * @param refusal why it was refused; null if it was accepted
     * @param error the code and the message of the error of a valid request; null if it has none
     */
    record Call(
            long number,
            String receivedAt,
            String method,
            String path,
            @Nullable Integer status,
            boolean accepted,
            @Nullable String refusal,
            @Nullable String error) {
        static Call of(RecordedCall call) {
            return new Call(
                    call.number(),
                    call.receivedAt().toString(),
                    call.method(),
                    call.path(),
                    call.status().isPresent() ? call.status().getAsInt() : null,
                    call.refusal().isEmpty(),
                    call.refusal().orElse(null),
                    call.error().orElse(null));
        }
    }

    record CallDetail(
            Call call,
            String target,
            Map<String, List<String>> headers,
            Map<String, String> pathValues,
            Map<String, String> queryFields,
            Map<String, String> fields,
            Set<String> undeclaredFields,
            Map<String, String> responseFields,
            String body,
            boolean clientCertificate) {
        static CallDetail of(RecordedCall call) {
            return new CallDetail(
                    Call.of(call),
                    call.target(),
                    call.headers(),
                    call.pathValues(),
                    call.queryFields(),
                    call.fields(),
                    call.undeclaredFields(),
                    call.responseFields(),
                    text(call.body()),
                    call.clientCertificate().isPresent());
        }
    }

    /**
     * An attempt to deliver a notification.
     *
     * @param number 1 for the first one
     * @param status null if there was no response
     * @param problem why it was not accepted; null if it was
     */
    record Attempt(
            String id,
            int number,
            String name,
            String url,
            String endedAt,
            @Nullable Integer status,
            boolean accepted,
            @Nullable String problem) {
        static Attempt of(NotificationAttempt attempt) {
            return new Attempt(
                    attempt.id(),
                    attempt.number(),
                    attempt.name(),
                    attempt.url(),
                    attempt.endedAt().toString(),
                    attempt.status().isPresent() ? attempt.status().getAsInt() : null,
                    attempt.isAccepted(),
                    attempt.problem().orElse(null));
        }
    }

    record AttemptDetail(
            Attempt attempt, Map<String, String> headers, Map<String, String> fields, String body, String reply) {
        static AttemptDetail of(NotificationAttempt attempt) {
            return new AttemptDetail(
                    Attempt.of(attempt),
                    new TreeMap<>(attempt.headers()),
                    attempt.fields(),
                    text(attempt.body()),
                    text(attempt.reply()));
        }
    }

    record NotificationType(String type, String protocol, String title) {
        static NotificationType of(NotificationSpec spec) {
            return new NotificationType(spec.id(), spec.protocol().name().toLowerCase(Locale.ROOT), spec.title());
        }
    }

    /**
     * A fault that waits for a request.
     *
     * @param path with the names of its template segments
     */
    record Fault(String path, String behavior, Map<String, String> parameters) {}

    record FaultOptions(List<String> paths, List<Faults.Kind> behaviors) {}

    record Problem(Detail error) {
        record Detail(String code, String message) {}
    }

    /** Returns the text of a body. A file that was uploaded is not text, and what cannot be shown is replaced. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}

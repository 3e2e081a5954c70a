package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.message.FieldReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A notification as a generated class is one; its resource is its texts by name. */
final class Payment extends Notification {
    static final NotificationType<Payment> TYPE = NotificationType.v3(
            Payment.class,
            "TRANSACTION.SUCCESS",
            List.of("TRANSACTION.SUCCESS"),
            List.of("transaction"),
            false,
            Payment::new);

    private final Map<String, String> resource;

    private Payment(ReceivedNotification received) {
        super(received);
        this.resource = received.read(Payment::texts);
    }

    Map<String, String> resource() {
        return resource;
    }

    static Map<String, String> texts(FieldReader in) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : in.names()) {
            boolean object = name.equals("req_info") || name.equals("event_ciphertext");
            texts.put(name, object ? String.valueOf(in.object(name, Payment::texts)) : in.string(name));
        }
        return texts;
    }

    /** A profit-sharing event under the same event type. */
    static final class Sharing extends Notification {
        static final NotificationType<Sharing> TYPE = NotificationType.v3(
                Sharing.class,
                "PROFITSHARING.SUCCESS",
                List.of("PROFITSHARING.SUCCESS", "TRANSACTION.SUCCESS"),
                List.of("profitsharing"),
                false,
                Sharing::new);

        private Sharing(ReceivedNotification received) {
            super(received);
        }
    }

    /** One whose resource comes unencrypted. */
    static final class Plain extends Notification {
        static final NotificationType<Plain> TYPE =
                NotificationType.v3(Plain.class, "ECHO", List.of("ECHO"), List.of(), true, Plain::new);

        private final Map<String, String> resource;

        private Plain(ReceivedNotification received) {
            super(received);
            this.resource = received.read(Payment::texts);
        }

        Map<String, String> resource() {
            return resource;
        }
    }

    /** A payment in v2. */
    static final class V2 extends Notification {
        static final NotificationType<V2> TYPE = NotificationType.v2(
                V2.class, "transaction-success", List.of(), List.of("transaction_id", "out_trade_no"), V2::new);

        private final Map<String, String> body;

        private V2(ReceivedNotification received) {
            super(received);
            this.body = received.read(Payment::texts);
        }

        Map<String, String> body() {
            return body;
        }
    }

    /** A refund in v2. */
    static final class V2Refund extends Notification {
        static final NotificationType<V2Refund> TYPE = NotificationType.v2(
                        V2Refund.class, "refund-processed", List.of(), List.of("req_info"), V2Refund::new)
                .withAesEcbDocument("req_info");

        private final Map<String, String> body;

        private V2Refund(ReceivedNotification received) {
            super(received);
            this.body = received.read(Payment::texts);
        }

        Map<String, String> body() {
            return body;
        }
    }

    /** A rental order that was confirmed. */
    static final class Wxv extends Notification {
        static final NotificationType<Wxv> TYPE = NotificationType.v2(
                        Wxv.class, "CHECK.SUCCESS", List.of("CHECK.SUCCESS"), List.of("event_ciphertext"), Wxv::new)
                .withAesGcmDocument("event_ciphertext");

        private final Map<String, String> body;

        private Wxv(ReceivedNotification received) {
            super(received);
            this.body = received.read(Payment::texts);
        }

        Map<String, String> body() {
            return body;
        }
    }
}

package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Description of a class, as plain text.
 *
 * @param title the official name
 * @param names how the protocol names the thing that the class stands for: the field whose type it is, the method and URI of
 *     an operation, the id of a notification; empty for a shared type
 */
public record Heading(Optional<String> title, List<String> names, Optional<String> description) {
    public Heading {
        names = List.copyOf(names);
    }

    static Heading of(Optional<String> title, Optional<String> description) {
        return new Heading(title, List.of(), description);
    }

    /** Returns the description of a field, and of the class that is its type. */
    public static Heading of(Field field) {
        Optional<String> title =
                field.docs().title().or(() -> field.indexed() ? Optional.of("Numbered fields") : Optional.empty());
        return new Heading(title, field.wireNames(), Optional.empty());
    }

    /** Returns the description of a message of an operation: {@code Request of 申请退款 (POST v3/refund/domestic/refunds)}. */
    static Heading of(String prefix, Endpoint endpoint, Operation operation) {
        return new Heading(
                Optional.of(prefix + operation.title()),
                List.of(operation.method().name() + " " + endpoint.uri()),
                Optional.empty());
    }

    /** Returns the description of a message of a notification: {@code Content of 退款成功通知 (REFUND.SUCCESS)}. */
    static Heading of(String prefix, NotificationSpec notification, Optional<String> description) {
        return new Heading(Optional.of(prefix + notification.title()), List.of(notification.id()), description);
    }
}

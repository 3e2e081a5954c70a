package io.github.wxpaycodegen.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * Effects of a call at the gateway, and how they are known.
 *
 * @param readOnly whether the operation changes nothing
 * @param idempotent whether sending the same request again changes nothing more; true where {@code readOnly} is
 * @param uncertain all error codes after which it is unknown whether the operation took effect, those of {@code errors}
 *     included
 * @param errors the error codes that are known of it
 * @param echoes the fields of the request whose values the response repeats
 * @param rateLimit the most calls in a time, {@code 15/s}
 * @param notifies the notifications that it causes
 * @param settledBy the URI of the query that tells whether it took effect, without a leading slash
 */
public record Effects(
        boolean readOnly,
        boolean idempotent,
        List<String> uncertain,
        List<ErrorSpec> errors,
        List<String> echoes,
        Optional<String> rateLimit,
        List<NotificationRef> notifies,
        Optional<String> settledBy) {
    public Effects {
        uncertain = List.copyOf(uncertain);
        errors = List.copyOf(errors);
        echoes = List.copyOf(echoes);
        notifies = List.copyOf(notifies);
    }
}

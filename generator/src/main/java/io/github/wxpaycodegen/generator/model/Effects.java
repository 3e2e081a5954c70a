package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * Effects of a call at the gateway, and how they can be determined.
 *
 * @param readOnly true if the operation changes nothing
 * @param idempotent true if repeating the same request has no further effect; always true if {@code readOnly} is
 * @param uncertain all error codes after which the outcome is unknown, including those in {@code errors}
 * @param errors the known error codes
 * @param echoes the fields of the request whose values the response repeats
 * @param rateLimit the maximum number of calls in a period, {@code 15/s}
 * @param notifies the notifications that it causes
 * @param settledBy the URI of the query that shows whether it took effect, without a leading slash
 * @param settledBySpan the place of that URI in the spec
 */
public record Effects(
        boolean readOnly,
        boolean idempotent,
        List<String> uncertain,
        List<ErrorSpec> errors,
        List<String> echoes,
        Optional<String> rateLimit,
        List<NotificationRef> notifies,
        Optional<String> settledBy,
        Optional<SourceSpan> settledBySpan) {
    public Effects {
        uncertain = List.copyOf(uncertain);
        errors = List.copyOf(errors);
        echoes = List.copyOf(echoes);
        notifies = List.copyOf(notifies);
    }
}

package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A message that the gateway sends to the merchant.
 *
 * @param id its name in the official documentation
 * @param eventTypes the event types that it comes under; an event type alone does not identify it
 * @param originalTypes the values of {@code resource.original_type} that it comes under
 * @param recognizedBy the fields of the body, all of which a v2 message of this kind has, and none of another kind
 * @param plain whether the resource comes unencrypted
 * @param body the fields: of the decrypted resource in v3, of the XML in v2
 * @param bodyType the shared object that is the body, by its {@link SharedType#id()}; {@code body} has its fields too
 * @param reply the fields of the signed reply that the gateway waits for; empty where it waits for none
 */
public record NotificationSpec(
        SourceSpan span,
        Protocol protocol,
        String id,
        List<String> eventTypes,
        List<String> originalTypes,
        List<String> recognizedBy,
        Documentation documentation,
        boolean plain,
        ObjectShape body,
        Optional<String> javaName,
        Optional<String> bodyType,
        Optional<ObjectShape> reply) {
    public NotificationSpec {
        eventTypes = List.copyOf(eventTypes);
        originalTypes = List.copyOf(originalTypes);
        recognizedBy = List.copyOf(recognizedBy);
    }

    /** Returns the official name. */
    public String title() {
        return documentation.title();
    }

    /** The place of its file without the ending, {@code notifications/v3/TRANSACTION.SUCCESS}. */
    public String path() {
        return span.file().replaceFirst("\\.[^./]+$", "");
    }

    /** The folder of its file, whose shared types it may name. */
    public String folder() {
        return path().substring(0, path().lastIndexOf('/'));
    }
}

package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A message that the gateway sends to the merchant.
 *
 * @param id its name in the official documentation
 * @param eventTypes the event types of such messages; an event type alone does not identify one
 * @param originalTypes the values of {@code resource.original_type} of such messages
 * @param recognizedBy fields of the body that every v2 message of this kind contains together, and no message of
 *     another kind
 * @param plain true if the resource is not encrypted
 * @param body the fields: in v3 of the decrypted resource, in v2 of the XML
 * @param bodyType the shared object that is the body, by its {@link SharedType#id()}; {@code body} contains its fields
 *     too
 * @param reply the fields of the signed reply that the gateway expects; empty if it expects none
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

    /** Returns the field of a v2 message that contains an encrypted document; empty if there is none. */
    public Optional<Field> document() {
        return body.fields().stream()
                .filter(field -> protocol == Protocol.V2)
                .filter(field -> field.wire()
                        .encrypted()
                        .filter(encryption -> encryption != FieldEncryption.RSA_PUBKEY)
                        .isPresent())
                .findFirst();
    }

    /** Returns the official name. */
    public String title() {
        return documentation.title();
    }

    /** Returns the path of its file without the extension, {@code notifications/v3/TRANSACTION.SUCCESS}. */
    public String path() {
        return span.file().replaceFirst("\\.[^./]+$", "");
    }

    /** Returns the folder of its file, whose shared types it may refer to. */
    public String folder() {
        return path().substring(0, path().lastIndexOf('/'));
    }
}

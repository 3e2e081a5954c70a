package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A verified and decrypted notification without a type, from which generated classes read their fields. */
public final class ReceivedNotification {
    private final Protocol protocol;
    private final String id;
    private final Envelope envelope;
    private final boolean authenticated;
    private final String plaintext;
    private final Map<String, ? extends @Nullable Object> fields;
    private final Function<String, @Nullable String> decryption;

    /**
     * The data outside of the resource.
     *
     * @param createTime as received
     */
    record Envelope(
            @Nullable String eventType,
            @Nullable String originalType,
            @Nullable String createTime,
            @Nullable String summary) {}

    ReceivedNotification(
            Protocol protocol,
            String id,
            Envelope envelope,
            boolean authenticated,
            String plaintext,
            Map<String, ? extends @Nullable Object> fields,
            Function<String, @Nullable String> decryption) {
        this.protocol = protocol;
        this.id = id;
        this.envelope = envelope;
        this.authenticated = authenticated;
        this.plaintext = plaintext;
        this.fields = fields;
        this.decryption = decryption;
    }

    /** Returns the content as a message. */
    public <T> T read(Function<FieldReader, T> readFrom) {
        return readFrom.apply(FieldReader.received(fields, decryption));
    }

    Protocol protocol() {
        return protocol;
    }

    String id() {
        return id;
    }

    @Nullable
    String eventType() {
        return envelope.eventType();
    }

    @Nullable
    String originalType() {
        return envelope.originalType();
    }

    @Nullable
    OffsetDateTime createTime() {
        String text = envelope.createTime();
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable
    String summary() {
        return envelope.summary();
    }

    boolean authenticated() {
        return authenticated;
    }

    String plaintext() {
        return plaintext;
    }

    Map<String, ? extends @Nullable Object> fields() {
        return fields;
    }
}

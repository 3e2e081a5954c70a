package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.crypto.SignedMessage;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.notification.ReceivedNotification.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reader of v3 notifications. The order of the checks matters: the age and the signature come before parsing, and the
 * algorithm comes before decryption.
 */
final class V3NotificationReader {
    private final NotificationKeys keys;
    private final NotificationTypes types;

    V3NotificationReader(NotificationKeys keys, NotificationTypes types) {
        this.keys = keys;
        this.types = types;
    }

    CompletableFuture<Notification> read(Function<String, @Nullable String> header, byte[] body) {
        NotificationKeys.Account account = keys.signedWith(header.apply("Wechatpay-Serial"));
        SignedMessage message;
        try {
            message = SignedMessage.of(account.suite(), header);
        } catch (VerificationException e) {
            return CompletableFuture.failedFuture(unproven(e));
        }
        if (keys.trustNobody()) {
            return CompletableFuture.failedFuture(new ConfigurationException(
                    "a v3 notification must be verified with a key of the gateway, but none is"
                            + " trusted: configure wechatPayPublicKeyPem, platformCertificatesPem or"
                            + " downloadPlatformCertificates; for a brand brandWechatPayPublicKeyPem"));
        }
        CompletableFuture<Void> verified =
                account.trusted().verify(message, body).exceptionallyCompose(V3NotificationReader::explain);
        // The caller's next step may block, so it does not run on the thread of the transport that received the keys.
        return Futures.handOff(verified).thenApply(nothing -> open(body, account));
    }

    /** Converts a failure: if the keys could not be obtained, that is not the fault of the message. */
    private static CompletableFuture<Void> explain(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WxPayException) {
            return CompletableFuture.failedFuture(cause);
        }
        return CompletableFuture.failedFuture(
                cause instanceof VerificationException
                        ? unproven(cause)
                        : new TransportException(
                                Outcome.UNKNOWN,
                                "the platform certificates could not be obtained, so the notification cannot be verified: "
                                        + ForeignText.sentence(cause.getMessage()),
                                cause));
    }

    private Notification open(byte[] body, NotificationKeys.Account account) {
        Map<String, @Nullable Object> envelope = object(body, "the notification");
        String id = required(envelope, "id");
        String eventType = required(envelope, "event_type");
        if (!(envelope.get("resource") instanceof Map<?, ?> given)) {
            throw malformed("the notification has no resource", null);
        }
        Map<String, @Nullable Object> resource = new HashMap<>();
        given.forEach((name, value) -> resource.put((String) name, value));
        String originalType = text(resource, "original_type");
        Optional<NotificationType<?>> type = types.ofV3(eventType, originalType);
        boolean plain = type.filter(NotificationType::isPlain).isPresent() && !resource.containsKey("ciphertext");
        String plaintext = plain ? JsonDocument.write(resource) : decrypt(resource, account);
        Map<String, ? extends @Nullable Object> fields = type.isPresent()
                ? object(plaintext.getBytes(StandardCharsets.UTF_8), "the resource")
                : fieldsIfAny(plaintext);
        ReceivedNotification received = new ReceivedNotification(
                Protocol.V3,
                id,
                new Envelope(eventType, originalType, text(envelope, "create_time"), text(envelope, "summary")),
                true,
                plaintext,
                fields,
                account.fieldDecryption());
        return type.<Notification>map(known -> known.read(received)).orElseGet(() -> new UnknownNotification(received));
    }

    private static String decrypt(Map<String, @Nullable Object> resource, NotificationKeys.Account account) {
        String algorithm = required(resource, "algorithm");
        if (!algorithm.equals(account.suite().encryption())) {
            throw malformed(
                    "the algorithm of the resource must be " + account.suite().encryption() + " (was "
                            + ForeignText.shown(algorithm) + ")",
                    null);
        }
        try {
            byte[] plain = account.suite()
                    .decrypt(
                            account.v3Key().get(),
                            required(resource, "nonce"),
                            text(resource, "associated_data"),
                            required(resource, "ciphertext"));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (VerificationException e) {
            throw unproven(e);
        }
    }

    private static Map<String, ? extends @Nullable Object> fieldsIfAny(String plaintext) {
        try {
            return JsonDocument.read(plaintext.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static Map<String, @Nullable Object> object(byte[] document, String what) {
        try {
            return JsonDocument.read(document);
        } catch (IllegalArgumentException e) {
            throw malformed(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String required(Map<String, @Nullable Object> fields, String name) {
        String text = text(fields, name);
        if (text == null || text.isEmpty()) {
            throw malformed("the notification has no " + name, null);
        }
        return text;
    }

    private static @Nullable String text(Map<String, @Nullable Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    private static InvalidNotificationException unproven(Throwable cause) {
        return new InvalidNotificationException(
                401, "the notification cannot be trusted: " + cause.getMessage(), cause);
    }

    private static InvalidNotificationException malformed(String message, @Nullable Throwable cause) {
        return new InvalidNotificationException(400, message, cause);
    }
}

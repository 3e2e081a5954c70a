package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationsFactory;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the notifications that the gateway sends to a notify_url. It returns only notifications whose origin was
 * verified; this cannot be disabled. Thread-safe.
 *
 * <pre>{@code
 * Notification n = pay.notifications().parse(request::getHeader, request.getInputStream());
 * if (n instanceof TransactionSuccess paid) {
 *     orders.paid(paid.resource().outTradeNo());
 * }
 * }</pre>
 */
public final class Notifications {
    private static final int MAX_BYTES = 1024 * 1024;

    /** The maximum of v2. It is smaller, because the XML of an unknown sender is parsed before it can be verified. */
    static final int MAX_V2_BYTES = 64 * 1024;

    static {
        NotificationsFactory.open((keys, types) -> new Notifications(keys, (NotificationTypes) types));
    }

    private final NotificationKeys.Source keys;
    private final NotificationTypes types;

    Notifications(NotificationKeys.Source keys, NotificationTypes types) {
        this.keys = keys;
        this.types = types;
    }

    /** Returns the maximum size of a notification, in bytes. The examples in the documentation have less than 10,000. */
    public static int maxBytes() {
        return MAX_BYTES;
    }

    /**
     * Verifies, decrypts and parses a notification of v2 or v3.
     *
     * @param header looks up a header of the request, ignoring case, and returns null if there is none: {@code
     *     request::getHeader} of a servlet, {@code headers::getFirst} of Spring and of the JDK's server
     * @param body the bytes of the request's body, exactly as received
     * @return an instance of the class for its type, or an {@link UnknownNotification}
     * @throws InvalidNotificationException if the message is not authentic, was changed, is too old or cannot be read
     * @throws WxPayException if a key that is needed is not configured or cannot be downloaded
     */
    public Notification parse(Function<String, @Nullable String> header, byte[] body) {
        try {
            return parseAsync(header, body).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }

    /**
     * Same as {@link #parse(Function, byte[])}, but reads the body from a stream, to its end or at most {@link
     * #maxBytes()}. The stream is not closed.
     *
     * @throws IOException if the body cannot be read
     */
    public Notification parse(Function<String, @Nullable String> header, InputStream body) throws IOException {
        return parse(header, body.readNBytes(MAX_BYTES + 1));
    }

    /**
     * Same as {@link #parse(Function, byte[])}, for callers that must not block: platform certificates may have to be
     * downloaded.
     */
    public CompletableFuture<Notification> parseAsync(Function<String, @Nullable String> header, byte[] body) {
        try {
            if (body.length > MAX_BYTES) {
                throw new InvalidNotificationException(
                        413, "a notification must be at most " + MAX_BYTES + " bytes", null);
            }
            return keys.read(present -> read(present, header, body));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Notification> read(
            NotificationKeys present, Function<String, @Nullable String> header, byte[] body) {
        return protocol(body) == Protocol.V2
                ? CompletableFuture.completedFuture(new V2NotificationReader(present, types).read(body))
                : new V3NotificationReader(present, types).read(header, body);
    }

    /**
     * Signs the reply to a notification that expects one, with the algorithm of the notification's signature. Ids that
     * the reply lacks are taken from the notification. {@link NotificationDispatcher.Builder#replyTo} does this
     * automatically.
     *
     * @return the reply to send, with status 200
     * @throws io.github.wxpaycodegen.runtime.error.InvalidRequestException if the reply lacks an id
     */
    public <R extends Message, N extends Notification & ExpectsReply<R>> NotificationReply reply(
            N notification, R reply) {
        return sign(notification, reply);
    }

    NotificationReply sign(Notification notification, Message reply) {
        Map<String, ? extends @Nullable Object> received = notification.receivedFields();
        SignType type = received.get("sign") instanceof String sign
                ? Objects.requireNonNullElse(SignType.ofSignature(sign), SignType.MD5)
                : SignType.MD5;
        return NotificationReply.signed(keys.presentKeys().replies().write(reply, received, type));
    }

    /**
     * Returns a builder of a dispatcher, which passes each notification once to the handler of its type and returns the
     * reply.
     */
    public NotificationDispatcher.Builder dispatcher() {
        return new NotificationDispatcher.Builder(this);
    }

    /** Returns the types for which this client has classes. */
    public NotificationTypes types() {
        return types;
    }

    /**
     * Returns the protocol; XML means v2. A sender can choose the protocol but gains nothing: both are fully verified.
     */
    static Protocol protocol(byte[] body) {
        for (byte b : body) {
            if (b == '<') {
                return Protocol.V2;
            }
            if (b != ' '
                    && b != '\t'
                    && b != '\r'
                    && b != '\n'
                    && b != (byte) 0xEF
                    && b != (byte) 0xBB
                    && b != (byte) 0xBF) {
                break;
            }
        }
        return Protocol.V3;
    }
}

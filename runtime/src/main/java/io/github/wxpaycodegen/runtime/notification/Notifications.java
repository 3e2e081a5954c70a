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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the gateway sends to a notify_url. Nothing is read that is not proven to come from the gateway; there is no way
 * around that. Safe for use by many threads.
 *
 * <pre>{@code
 * Notification n = pay.notifications().parse(request::getHeader, request.getInputStream());
 * if (n instanceof TransactionSuccess paid) {
 *     orders.paid(paid.resource().outTradeNo());
 * }
 * }</pre>
 */
public final class Notifications {
    /** The most that is read of a notification, in bytes; those of the documentation have less than 10,000. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** The most that is read of a v2 notification, in bytes: a stranger's XML is parsed before it can be verified. */
    public static final int MAX_V2_BYTES = 64 * 1024;

    static {
        NotificationsFactory.open((keys, types) -> new Notifications(keys, (NotificationTypes) types));
    }

    private final NotificationKeys.Source keys;
    private final NotificationTypes types;

    Notifications(NotificationKeys.Source keys, NotificationTypes types) {
        this.keys = keys;
        this.types = types;
    }

    /**
     * Verifies, decrypts and reads a notification, of v2 or v3.
     *
     * @param header looks up a header of the request whatever the case of its name, and answers null where there is none:
     *     {@code request::getHeader} of a servlet, {@code headers::getFirst} of Spring and of the JDK's server
     * @param body the bytes of the request's body, exactly as they came
     * @return an instance of the class that stands for its type, or else an {@link UnknownNotification}
     * @throws InvalidNotificationException if it is not proven to come from the gateway as it is and now, or cannot be read
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
     * Like {@link #parse(Function, byte[])}; reads the body to its end, but never more than {@link #MAX_BYTES}, and does not
     * close it.
     *
     * @throws IOException if the body cannot be read
     */
    public Notification parse(Function<String, @Nullable String> header, InputStream body) throws IOException {
        return parse(header, body.readNBytes(MAX_BYTES + 1));
    }

    /**
     * Like {@link #parse(Function, byte[])}, for a caller that must not wait: platform certificates may have to be downloaded.
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
     * Signs the reply to a notification that expects one, by the algorithm that the notification is signed by. The ids that
     * the reply lacks are those of the notification. {@link NotificationDispatcher.Builder#replyTo} does this by itself.
     *
     * @return what to send back, with status 200
     * @throws io.github.wxpaycodegen.runtime.error.InvalidRequestException if the reply lacks an id
     */
    public <R extends Message, N extends Notification & ExpectsReply<R>> NotificationReply reply(
            N notification, R reply) {
        return sign(notification, reply);
    }

    NotificationReply sign(Notification notification, Message reply) {
        Map<String, ? extends @Nullable Object> received = notification.receivedFields();
        SignType type = received.get("sign") instanceof String sign
                ? SignType.ofSignature(sign).orElse(SignType.MD5)
                : SignType.MD5;
        return NotificationReply.signed(keys.presentKeys().replies().write(reply, received, type));
    }

    /** Begins a dispatcher, which hands notifications to handlers by their type, each once, and makes the reply. */
    public NotificationDispatcher.Builder dispatcher() {
        return new NotificationDispatcher.Builder(this);
    }

    /** The types that this client has classes for. */
    public NotificationTypes types() {
        return types;
    }

    /** XML is v2. Which of the two it is decides which proof is asked for, and neither is weaker for being asked for. */
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

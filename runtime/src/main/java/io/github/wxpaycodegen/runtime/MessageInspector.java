package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Explains whether a captured message is authentic: each check that a client or the gateway makes, its result, and
 * the exact text that is signed. It is for finding out why a signature is rejected; a server that receives
 * notifications uses {@link io.github.wxpaycodegen.runtime.notification.Notifications}. Nothing is sent, so only
 * configured keys of the gateway count, not downloaded certificates. Immutable and thread-safe.
 *
 * <p>The signed texts are those that the client itself signs and verifies: method, path with query, time, nonce and body
 * of a v3 request; time, nonce and body of a v3 response or notification; the sorted fields with the APIv2 key of v2.
 */
public final class MessageInspector {
    static final String SIGNATURE = V3Checks.SIGNATURE;
    static final String PROOF = "encryption";

    private final ClientSettings settings;

    private MessageInspector(ClientSettings settings) {
        this.settings = settings;
    }

    /** Returns an inspector with the keys of a configuration. */
    public static MessageInspector of(WxPayConfig config) {
        return new MessageInspector(config.settings());
    }

    /**
     * Inspects a v3 response or notification, which the gateway has signed.
     *
     * @param header looks up a header, ignoring case; null if there is none
     * @param body the exact bytes that were received
     * @param receivedAt when it was received; null if that is unknown, then its age is not checked
     */
    public MessageInspection received(
            Function<String, @Nullable String> header, byte[] body, @Nullable Instant receivedAt) {
        return new V3ReceivedInspector(settings).inspect(header, body, receivedAt);
    }

    /**
     * Inspects a v3 request, which the merchant or the brand has signed, as the gateway does.
     *
     * @param method the HTTP method, in capitals
     * @param target the path with its query, exactly as sent
     * @param authorization the value of the header {@code Authorization}; null if there is none
     * @param body the exact bytes that were sent; of an upload those of its part {@code meta}
     * @param receivedAt when the gateway received it; null if that is unknown, then its age is not checked
     */
    public MessageInspection request(
            String method, String target, @Nullable String authorization, byte[] body, @Nullable Instant receivedAt) {
        return new V3RequestInspector(settings).inspect(method, target, authorization, body, receivedAt);
    }

    /**
     * Inspects a v2 message: a request, a response or a notification.
     *
     * @param xml the exact bytes
     * @param nestedElements the elements that contain elements, which no signature covers; few responses have any
     */
    public MessageInspection v2(byte[] xml, String... nestedElements) {
        return new V2MessageInspector(settings.v2()).inspect(xml, nestedElements);
    }
}

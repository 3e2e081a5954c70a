package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.internal.crypto.AesGcm;
import io.github.wxpaycodegen.runtime.internal.crypto.RefundCipher;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.ReceivedNotification.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reader of v2 notifications, which are signed like responses. Refunds have no signature; their {@code req_info} must
 * be decryptable instead. The {@code event_ciphertext} of {@code wxv} notifications is encrypted too.
 */
final class V2NotificationReader {
    /** The examples in the documentation have less than 50; a combined order has some more for each of its orders. */
    private static final int MAX_ELEMENTS = 500;

    private static final String SIGN = "sign";
    private static final String REFUND = "req_info";
    private static final String EVENT = "event_ciphertext";
    private static final String EVENT_ALGORITHM = "AEAD_AES_256_GCM";

    private final NotificationKeys keys;
    private final NotificationTypes types;

    V2NotificationReader(NotificationKeys keys, NotificationTypes types) {
        this.keys = keys;
        this.types = types;
    }

    Notification read(byte[] body) {
        V2Signer signer = keys.v2Signer();
        RefundCipher refunds = keys.refundCipher();
        if (signer == null || refunds == null) {
            throw new ConfigurationException("a v2 notification is verified with the APIv2 key: configure v2Key");
        }
        if (body.length > Notifications.MAX_V2_BYTES) {
            throw new InvalidNotificationException(
                    413,
                    "a v2 notification must be at most " + Notifications.MAX_V2_BYTES + " bytes (was " + body.length
                            + ")",
                    null);
        }
        Map<String, String> message = xml(body, "xml");
        boolean signed = message.containsKey(SIGN);
        if (signed) {
            verify(message, signer);
        } else if (!message.containsKey(REFUND)) {
            throw unproven("it is not signed", null);
        }
        Map<String, Object> fields = new LinkedHashMap<>(message);
        String plaintext = new String(body, StandardCharsets.UTF_8);
        if (message.containsKey(REFUND)) {
            byte[] plain = refunds.decrypt(message.get(REFUND))
                    .orElseThrow(() -> unproven("its req_info cannot be decrypted with v2Key", null));
            fields.put(REFUND, refund(plain));
            plaintext = new String(plain, StandardCharsets.UTF_8);
        } else if (message.containsKey(EVENT)) {
            byte[] plain = event(message);
            fields.put(EVENT, inner(plain));
            plaintext = new String(plain, StandardCharsets.UTF_8);
        }
        ReceivedNotification received = new ReceivedNotification(
                Protocol.V2,
                // Anyone could have written the fields beside the encrypted one.
                NotificationId.of(signed ? fields : Map.of(REFUND, fields.get(REFUND))),
                new Envelope(message.get("event_type"), null, null, null),
                signed,
                plaintext,
                fields,
                keys.merchant().fieldDecryption());
        return types.ofV2(fields, signed ? Set.of() : Set.of(REFUND))
                .<Notification>map(type -> type.read(received))
                .orElseGet(() -> new UnknownNotification(received));
    }

    /**
     * Verifies the signature. The message names its algorithm; otherwise the length of the signature determines it.
     */
    private static void verify(Map<String, String> message, V2Signer signer) {
        String sign = Objects.requireNonNull(message.get(SIGN));
        String named = message.getOrDefault("sign_type", message.getOrDefault("algorithm", ""));
        SignType type = SignType.ofSignature(sign)
                .orElseThrow(() -> unproven("its signature has the length of no known algorithm", null));
        if (!named.isEmpty() && !named.equals(type.value())) {
            throw unproven(
                    "it names the algorithm " + ForeignText.shown(named) + ", but its signature is as long as one of  "
                            + type.value(),
                    null);
        }
        if (!signer.verify(message, type, sign)) {
            throw unproven("its signature is wrong: it was changed in transit, or v2Key is not this merchant's", null);
        }
    }

    private byte[] event(Map<String, String> message) {
        String algorithm = message.getOrDefault("event_algorithm", "");
        if (!algorithm.equals(EVENT_ALGORITHM)) {
            throw malformed(
                    "event_algorithm must be " + EVENT_ALGORITHM + " (was " + ForeignText.shown(algorithm) + ")", null);
        }
        try {
            return AesGcm.decrypt(
                    keys.merchant().v3Key().get(),
                    message.getOrDefault("event_nonce", ""),
                    message.get("event_associated_data"),
                    Objects.requireNonNull(message.get(EVENT)));
        } catch (VerificationException e) {
            throw unproven(e.getMessage(), e);
        }
    }

    /**
     * Returns the fields of a refund. The encryption has no tag, so only well-formed XML proves the key. An attacker
     * who changes a ciphertext must not learn from the reply whether the padding was right, which would allow
     * decrypting it.
     */
    private static Map<String, String> refund(byte[] plain) {
        try {
            return V2Xml.read(plain, "root", MAX_ELEMENTS);
        } catch (XmlFormatException e) {
            throw unproven("its req_info is not the XML of a refund: v2Key is not the key that encrypted it", e);
        }
    }

    /** Returns the fields of an event. The documentation does not say which of the two roots of v2 it has. */
    private static Map<String, String> inner(byte[] plain) {
        try {
            return V2Xml.read(plain, "xml", MAX_ELEMENTS);
        } catch (XmlFormatException e) {
            return xml(plain, "root");
        }
    }

    /** Returns the fields of a flat document. Nested elements, which no signature covers, are rejected. */
    private static Map<String, String> xml(byte[] document, String root) {
        try {
            return V2Xml.read(document, root, MAX_ELEMENTS);
        } catch (XmlFormatException e) {
            throw malformed(e.getMessage(), e);
        }
    }

    private static InvalidNotificationException unproven(@Nullable String reason, @Nullable Throwable cause) {
        return new InvalidNotificationException(401, "the notification cannot be trusted: " + reason, cause);
    }

    private static InvalidNotificationException malformed(@Nullable String reason, @Nullable Throwable cause) {
        return new InvalidNotificationException(400, "the notification cannot be read: " + reason, cause);
    }
}

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
 * Reader of v2 notifications, which are signed like responses. A message without a signature must contain a document
 * that the APIv2 key decrypts. The types of the client name the fields with encrypted documents.
 */
final class V2NotificationReader {
    /** The examples in the documentation have less than 50; a combined order has some more for each of its orders. */
    private static final int MAX_ELEMENTS = 500;

    private static final String SIGN = "sign";
    private static final String AES_GCM = "AEAD_AES_256_GCM";

    private final NotificationKeys keys;
    private final NotificationTypes types;

    V2NotificationReader(NotificationKeys keys, NotificationTypes types) {
        this.keys = keys;
        this.types = types;
    }

    Notification read(byte[] body) {
        V2Signer signer = keys.v2Signer();
        RefundCipher cipher = keys.refundCipher();
        if (signer == null || cipher == null) {
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
        }
        EncryptedDocument document = types.documentIn(message.keySet(), signed).orElse(null);
        Map<String, Object> fields = new LinkedHashMap<>(message);
        String plaintext = text(body);
        if (document != null) {
            Opened opened = open(document, message, cipher);
            fields.put(document.field(), opened.fields());
            plaintext = opened.text();
        } else if (!signed) {
            throw unproven("it is not signed", null);
        }
        // Anyone could have written the fields beside the encrypted one.
        Set<String> proof = signed || document == null ? Set.of() : Set.of(document.field());
        Map<String, Object> proven = new LinkedHashMap<>(fields);
        if (!proof.isEmpty()) {
            proven.keySet().retainAll(proof);
        }
        ReceivedNotification received = new ReceivedNotification(
                Protocol.V2,
                NotificationId.of(proven),
                new Envelope(message.get("event_type"), null, null, null),
                signed,
                plaintext,
                fields,
                keys.merchant().fieldDecryption());
        return types.ofV2(fields, proof)
                .<Notification>map(type -> type.read(received))
                .orElseGet(() -> new UnknownNotification(received));
    }

    /**
     * Verifies the signature. The message names its algorithm; otherwise the length of the signature determines it.
     */
    private static void verify(Map<String, String> message, V2Signer signer) {
        String sign = Objects.requireNonNull(message.get(SIGN));
        String named = message.getOrDefault("sign_type", message.getOrDefault("algorithm", ""));
        SignType type = SignType.ofSignature(sign);
        if (type == null) {
            throw unproven("its signature has the length of no known algorithm", null);
        }
        if (!named.isEmpty() && !named.equals(type.value())) {
            throw unproven(
                    "it names the algorithm " + ForeignText.shown(named) + ", but its signature is as long as one of "
                            + type.value(),
                    null);
        }
        if (!signer.verify(message, type, sign)) {
            throw unproven("its signature is wrong: it was changed in transit, or v2Key is not this merchant's", null);
        }
    }

    private Opened open(EncryptedDocument document, Map<String, String> message, RefundCipher cipher) {
        String ciphertext = Objects.requireNonNull(message.get(document.field()));
        return switch (document.encryption()) {
            case AES_ECB -> {
                byte[] plain = cipher.decrypt(ciphertext)
                        .orElseThrow(
                                () -> unproven("its " + document.field() + " cannot be decrypted with v2Key", null));
                yield new Opened(text(plain), proof(document, plain));
            }
            case AES_GCM -> {
                byte[] plain = decrypt(document, ciphertext, message);
                yield new Opened(text(plain), inner(plain));
            }
        };
    }

    private byte[] decrypt(EncryptedDocument document, String ciphertext, Map<String, String> message) {
        String name = document.parameter("algorithm");
        String algorithm = message.getOrDefault(name, "");
        if (!algorithm.equals(AES_GCM)) {
            throw malformed(name + " must be " + AES_GCM + " (was " + ForeignText.shown(algorithm) + ")", null);
        }
        try {
            return AesGcm.decrypt(
                    keys.merchant().v3Key().get(),
                    message.getOrDefault(document.parameter("nonce"), ""),
                    message.get(document.parameter("associated_data")),
                    ciphertext);
        } catch (VerificationException e) {
            throw unproven(e.getMessage(), e);
        }
    }

    /**
     * Returns the fields of a document that proves the sender. The encryption has no tag, so only well-formed XML proves
     * the key. An attacker who changes a ciphertext must not learn from the reply whether the padding was right, which
     * would allow decrypting it.
     */
    private static Map<String, String> proof(EncryptedDocument document, byte[] plain) {
        try {
            return V2Xml.read(plain, "root", MAX_ELEMENTS);
        } catch (XmlFormatException e) {
            throw unproven(
                    "its " + document.field()
                            + " does not contain the expected XML: v2Key is not the key that encrypted it",
                    e);
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

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static InvalidNotificationException unproven(@Nullable String reason, @Nullable Throwable cause) {
        return new InvalidNotificationException(401, "the notification cannot be trusted: " + reason, cause);
    }

    private static InvalidNotificationException malformed(@Nullable String reason, @Nullable Throwable cause) {
        return new InvalidNotificationException(400, "the notification cannot be read: " + reason, cause);
    }

    /** A decrypted document, as text and as fields. */
    private record Opened(String text, Map<String, String> fields) {}
}

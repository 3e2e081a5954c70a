package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.FitMessages;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Whatever a stranger or the gateway sends is a notification, or is refused as declared; the first byte says who sends. */
public final class NotificationsFuzz {
    private static final Notifications NOTIFICATIONS = Sender.notifications();

    private NotificationsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        Sent sent;
        try {
            sent = sent(input[0] & 7, rest);
        } catch (CharacterCodingException e) {
            return;
        }
        try {
            Notification read = NOTIFICATIONS.parse(sent.header(), sent.body());
            if (read.id().isEmpty() || read.toString().length() > 1_000) {
                throw new AssertionError("a notification without an id, or one that floods the log");
            }
            read.createTime();
        } catch (InvalidNotificationException e) {
            FitMessages.require(e);
        }
    }

    private static Sent sent(int sender, byte[] rest) throws CharacterCodingException {
        return switch (sender) {
            case 0 -> new Sent(Map.of(), rest);
            case 1 -> Sender.refund(text(rest));
            case 2 -> Sender.signed(text(rest));
            case 3 -> Sender.v3(resource -> resource.put("plaintext", new String(rest, StandardCharsets.UTF_8)));
            case 4 -> Sender.v2(event(text(rest)), SignType.HMAC_SHA256);
            default -> new Sent(headers(text(rest)), "{}".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Map<String, String> event(String text) {
        Map<String, String> fields = Sender.v2Payment();
        fields.put("event_type", "CHECK.SUCCESS");
        fields.put("event_algorithm", "AEAD_AES_256_GCM");
        fields.put("event_nonce", "fdasflkja484");
        // XML cannot carry all characters, and what cannot be sent cannot arrive.
        fields.put("event_ciphertext", text.replaceAll("[^\\x20-\\uD7FF]", ""));
        return fields;
    }

    /** Headers that a stranger chooses, a line each. */
    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Sender.payment().headers());
        text.lines()
                .filter(line -> line.contains(":"))
                .forEach(line ->
                        headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
        return headers;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

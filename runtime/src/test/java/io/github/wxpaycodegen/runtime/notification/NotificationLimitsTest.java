package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of notifications, and how their protocol is recognized. */
class NotificationLimitsTest {
    @Test
    void readsV2UpTo64KiB() {
        Sent largest = v2(Notifications.MAX_V2_BYTES);

        assertThat(Sender.notifications()
                        .parse(largest.header(), largest.body())
                        .protocol())
                .isEqualTo(Protocol.V2);
        refuses(v2(Notifications.MAX_V2_BYTES + 1), "a v2 notification must be at most 65536 bytes (was 65537)");
    }

    @Test
    void readsV3UpToOneMiB() {
        String payment = new String(Sender.payment().body(), StandardCharsets.UTF_8);
        Sent largest = Sender.signed(
                payment + " ".repeat(Notifications.maxBytes() - payment.getBytes(StandardCharsets.UTF_8).length));

        assertThat(largest.body()).hasSize(Notifications.maxBytes());
        assertThat(Sender.notifications()
                        .parse(largest.header(), largest.body())
                        .id())
                .isEqualTo("EV-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", " <", "\t<", "\r<", "\n<", "\uFEFF<", "\uFEFF \t\r\n<xml>"})
    void xmlIsV2(String start) {
        assertThat(Notifications.protocol(start.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Protocol.V2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{<", "x<", "\u0000<", "\u00a0<"})
    void otherBodiesAreV3(String start) {
        assertThat(Notifications.protocol(start.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Protocol.V3);
    }

    /** A payment of a size, which text that is not XML's business pads. */
    private static Sent v2(int bytes) {
        Map<String, String> payment = Sender.v2Payment();
        payment.put("attach", "1");
        int missing = bytes - Sender.v2(payment, SignType.MD5).body().length;
        payment.put("attach", "1".repeat(1 + missing));
        Sent sent = Sender.v2(payment, SignType.MD5);
        assertThat(sent.body()).hasSize(bytes);
        return sent;
    }

    private static void refuses(Sent sent, String message) {
        assertThatExceptionOfType(InvalidNotificationException.class)
                .isThrownBy(() -> Sender.notifications().parse(sent.header(), sent.body()))
                .withMessage(message)
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(413));
    }
}

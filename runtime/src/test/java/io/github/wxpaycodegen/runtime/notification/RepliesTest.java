package io.github.wxpaycodegen.runtime.notification;

import static io.github.wxpaycodegen.runtime.notification.Sender.notifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A notification that expects a reply gets a signed one, or a failure, and never a mere acknowledgment. */
class RepliesTest {
    private final List<String> handled = new ArrayList<>();
    private final NotificationDispatcher dispatcher = notifications()
            .dispatcher()
            .replyTo(Scan.class, scan -> {
                handled.add(scan.product());
                return new Scan.Reply("wx" + handled.size());
            })
            .otherwise(other -> handled.add("other"))
            .build();

    @ParameterizedTest
    @EnumSource
    void replyIsSignedAsTheNotificationIs(SignType type) throws Exception {
        NotificationReply reply = dispatch(dispatcher, Sender.v2(Sender.scan(), type));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Content-Type", "text/xml; charset=utf-8");
        Map<String, String> fields = fields(reply);
        assertThat(new V2Signer(Sender.V2_KEY).verify(fields, type, fields.get("sign")))
                .isTrue();
        assertThat(fields)
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("prepay_id", "wx1")
                .containsKey("nonce_str");
        assertThat(handled).containsExactly("88888");
    }

    @Test
    void replyNamesTheAccountsOfTheNotification() throws Exception {
        Map<String, String> scan = Sender.scan();
        scan.put("appid", "wx0000000000000002");
        NotificationDispatcher anotherAppid = notifications(
                        Sender.config().appid("wx0000000000000001").build())
                .dispatcher()
                .replyTo(Scan.class, n -> new Scan.Reply("wx1"))
                .build();
        assertThat(fields(dispatch(anotherAppid, Sender.v2(scan, SignType.MD5))))
                .containsEntry("appid", "wx0000000000000002")
                .containsEntry("mch_id", "1900000001");
    }

    @Test
    void everyDeliveryHasItsReply() throws Exception {
        Sent sent = Sender.v2(Sender.scan(), SignType.MD5);
        assertThat(fields(dispatch(dispatcher, sent))).containsEntry("prepay_id", "wx1");
        assertThat(fields(dispatch(dispatcher, sent))).containsEntry("prepay_id", "wx2");
    }

    @Test
    void repliesWithoutBlockingAThread() throws Exception {
        CompletableFuture<Scan.Reply> later = new CompletableFuture<>();
        NotificationDispatcher async = notifications()
                .dispatcher()
                .replyToAsync(Scan.class, n -> later)
                .build();
        Sent sent = Sender.v2(Sender.scan(), SignType.MD5);
        CompletableFuture<NotificationReply> reply = async.dispatchAsync(sent.header(), sent.body());
        assertThat(reply).isNotDone();
        later.complete(new Scan.Reply("wx9"));
        assertThat(fields(reply.get())).containsEntry("prepay_id", "wx9");
    }

    @Test
    void failedHandlerIsAFailureWithoutFields() {
        NotificationDispatcher failing = notifications()
                .dispatcher()
                .replyTo(Scan.class, n -> {
                    throw new IllegalStateException("secret");
                })
                .build();
        isFailure(dispatch(failing, Sender.v2(Sender.scan(), SignType.MD5)), 500);
        NotificationDispatcher nothing =
                notifications().dispatcher().replyTo(Scan.class, n -> null).build();
        isFailure(dispatch(nothing, Sender.v2(Sender.scan(), SignType.MD5)), 500);
    }

    @Test
    void otherwiseDoesNotReply() {
        NotificationDispatcher rest =
                notifications().dispatcher().otherwise(n -> handled.add("rest")).build();
        isFailure(dispatch(rest, Sender.v2(Sender.scan(), SignType.MD5)), 501);
        assertThat(handled).isEmpty();
    }

    @Test
    void forgedNotificationHasNoReply() {
        Map<String, String> forged = new LinkedHashMap<>(Sender.scan());
        forged.put("sign", "0".repeat(32));
        isFailure(dispatch(dispatcher, Sender.unsigned(forged)), 401);
        assertThat(handled).isEmpty();
    }

    @Test
    void rejectsHandlersOfWrongKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notifications().dispatcher().on(Scan.class, n -> {}))
                .withMessageContaining("expects a reply: use replyTo(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notifications()
                        .dispatcher()
                        .replyTo(Scan.class, n -> new Scan.Reply("1"))
                        .replyTo(Scan.class, n -> new Scan.Reply("2")))
                .withMessageContaining("already has a handler");
    }

    @Test
    void rejectsReplyToTypeOfAnotherClient() {
        NotificationKeys.Source none = new NotificationKeys.Source() {
            @Override
            public NotificationKeys presentKeys() {
                throw new AssertionError("nothing is read");
            }

            @Override
            public <T> CompletableFuture<T> read(Function<NotificationKeys, CompletableFuture<T>> reading) {
                throw new AssertionError("nothing is read");
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notifications(none, NotificationTypes.of(Payment.TYPE))
                        .dispatcher()
                        .replyTo(Scan.class, n -> new Scan.Reply("1")))
                .withMessageContaining("is not generated with this client");
    }

    @Test
    void repliesWithoutDispatcher() throws Exception {
        Sent sent = Sender.v2(Sender.scan(), SignType.MD5);
        Notifications notifications = notifications();
        Scan scan = (Scan) notifications.parse(sent.header(), sent.body());
        NotificationReply reply = notifications.reply(scan, new Scan.Reply("wx1"));
        assertThat(fields(reply)).containsEntry("prepay_id", "wx1").containsKey("sign");
    }

    @Test
    void missingIdIsNamed() {
        Map<String, String> scan = Sender.scan();
        scan.remove("appid");
        Sent sent = Sender.v2(scan, SignType.MD5);
        Notifications notifications = notifications();
        Scan parsed = (Scan) notifications.parse(sent.header(), sent.body());
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> notifications.reply(parsed, new Scan.Reply("wx1")))
                .withMessageContaining("appid is required: set it on the request or configure appid");
    }

    private static void isFailure(NotificationReply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .contains("<return_code><![CDATA[FAIL]]></return_code>")
                .doesNotContain("secret", "prepay_id");
    }

    private static NotificationReply dispatch(NotificationDispatcher dispatcher, Sent sent) {
        return dispatcher.dispatch(sent.header(), sent.body());
    }

    private static Map<String, String> fields(NotificationReply reply) throws Exception {
        return V2Xml.read(reply.body());
    }
}

package io.github.wxpaycodegen.runtime.notification;

import static io.github.wxpaycodegen.runtime.notification.Sender.notifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notify_url is open to everybody: what strangers send costs little, breaks nothing and writes nothing into the log. */
class HostileNotificationsTest {
    private static final String LONG = "n".repeat(400_000);

    @Test
    void rejectsV2Over64KiB() {
        String body = "<xml><a>" + "1".repeat(Notifications.MAX_V2_BYTES) + "</a></xml>";

        InvalidNotificationException refusal = refusal(unsigned(body));

        assertThat(refusal.httpStatus()).isEqualTo(413);
        assertThat(refusal).hasMessage("a v2 notification must be at most 65536 bytes (was " + body.length() + ")");
    }

    @Test
    void rejectsV2WithMoreThan500Elements() {
        Map<String, String> fields = Sender.v2Payment();
        for (int i = 0; fields.size() < 499; i++) {
            fields.put("coupon_id_" + i, "1");
        }
        Sent most = Sender.v2(fields, SignType.MD5);
        fields.put("one_more", "1");
        Sent tooMany = Sender.v2(fields, SignType.MD5);

        assertThat(parse(most)).isInstanceOf(Payment.V2.class);
        InvalidNotificationException refusal = refusal(tooMany);
        assertThat(refusal.httpStatus()).isEqualTo(400);
        assertThat(refusal).hasMessageContaining("it contains more than 500 elements");
    }

    @Test
    void rejectsRefundsWithMoreThan500Elements() {
        StringBuilder plain = new StringBuilder("<root>");
        for (int i = 0; i < 501; i++) {
            plain.append("<a").append(i).append("/>");
        }

        assertThat(refusal(Sender.refund(plain.append("</root>").toString())).httpStatus())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xml> &x;</xml>", "<xml> <![CDATA[", "<xml><a> &x;</a></xml>", "<"})
    void rejectsMalformedXml(String body) {
        assertThat(refusal(unsigned(body)).httpStatus()).isEqualTo(400);
    }

    /** Two replies would tell whoever changes a ciphertext whether its padding was right, block by block. */
    @Test
    void repliesTheSameToEveryUnreadableRefund() {
        Map<String, String> broken = new LinkedHashMap<>();
        broken.put("req_info", "AAAAAAAAAAAAAAAAAAAAAA==");
        NotificationDispatcher dispatcher =
                notifications().dispatcher().otherwise(n -> {}).build();
        NotificationReply undecryptable = reply(dispatcher, Sender.unsigned(broken));

        assertThat(undecryptable.status()).isEqualTo(401);
        for (String plain :
                new String[] {"", "text", "<xml></xml>", "<root> &x;</root>", "<root>", "<root><a><b/></a></root>"}) {
            NotificationReply reply = reply(dispatcher, Sender.refund(plain));
            assertThat(reply.status()).as(plain).isEqualTo(401);
            assertThat(reply.body()).as(plain).isEqualTo(undecryptable.body());
        }
    }

    @Test
    void logsNoXmlOfUnverifiedSender() {
        quiet(unsigned("<?xml version=\"1.0\" encoding=\"GBK\n2026-01-01 INFO paid\"?><xml/>"));
        quiet(unsigned("<xml><a>&" + "n".repeat(60_000) + ";</a></xml>"));
        quiet(unsigned("<xml><" + "n".repeat(60_000) + "/></xm>"));
        quiet(unsigned("<xml><a\u2028b/></xml>"));
        for (String named : new String[] {"MD5\n2026-01-01 INFO paid", "MD5\u2028paid", "M".repeat(60_000)}) {
            Map<String, String> fields = Sender.v2Payment();
            fields.put("sign", "C380BEC2BFD727A4B6845133519F3AD6");
            fields.put("sign_type", named);
            quiet(Sender.unsigned(fields));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wechatpay-Serial",
                "Wechatpay-Timestamp",
                "Wechatpay-Signature-Type",
                "Wechatpay-Nonce",
                "Wechatpay-Signature"
            })
    void logsNoHeaderOfUnverifiedSender(String header) {
        quiet(Sender.payment().with(header, "\u001b[2J\n2026-01-01 INFO paid"));
        quiet(Sender.payment().with(header, LONG));
        quiet(Sender.payment().with(header, "9".repeat(5_000)));
    }

    /** Both are looked at before any signature is checked, and must not take quadratic time. */
    @ParameterizedTest
    @CsvSource({"Wechatpay-Serial,0,G", "Wechatpay-Timestamp,9,9"})
    @Timeout(60)
    void longHeaderCostsLittle(String header, String repeated, String end) {
        quiet(Sender.payment().with(header, repeated.repeat(1_000_000) + end));
    }

    @Test
    void namesTheSerialPrintable() {
        assertThat(refusal(Sender.payment().with("Wechatpay-Serial", "\u001b[2J")))
                .hasMessageContaining("it is signed with the key \\u001b[2J, which is not trusted");
    }

    @Test
    void logsNoSignedText() {
        quiet(Sender.v3(r -> r.put("algorithm", "AES\\n" + LONG)));
        quiet(Sender.v3(
                r -> r.put("plaintext", "{\"" + "n".repeat(40_000) + "\":1,\"" + "n".repeat(40_000) + "\":2}")));
        quiet(Sender.v3(r -> r.put("plaintext", "{\"\\n\":1,\"\\n\":2}")));
        Notification unknown = parse(Sender.v3(r -> r.put("event_type", "A\\nB".repeat(100))));
        assertThat(unknown.toString()).hasSizeLessThan(400).doesNotContain("\n");
    }

    /** What a log prints of the refusal: short, and no line that is not a stack trace's own. */
    private static void quiet(Sent sent) {
        InvalidNotificationException refusal = refusal(sent);
        StringWriter printed = new StringWriter();
        refusal.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString().lines()).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(2_500)
                .doesNotContain("\u001b", "\u2028")
                .matches("(io\\.github\\.wxpaycodegen\\.|Caused by: |\\t(at|\\.\\.\\.)).*"));
        assertThat(refusal.getMessage()).hasSizeLessThan(700).doesNotContain("\n");
    }

    private static InvalidNotificationException refusal(Sent sent) {
        InvalidNotificationException refusal =
                catchThrowableOfType(InvalidNotificationException.class, () -> parse(sent));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Notification parse(Sent sent) {
        return notifications().parse(sent.header(), sent.body());
    }

    private static NotificationReply reply(NotificationDispatcher dispatcher, Sent sent) {
        return dispatcher.dispatch(sent.header(), sent.body());
    }

    private static Sent unsigned(String body) {
        return new Sent(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}

package io.github.wxpaycodegen.runtime.notification;

import static io.github.wxpaycodegen.runtime.notification.Sender.notifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.runtime.Vectors;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A v2 notification is believed if it is signed with the APIv2 key; a refund if it is encrypted with it. */
class V2NotificationsTest {
    @ParameterizedTest
    @EnumSource(SignType.class)
    void acceptsEitherUnnamedAlgorithm(SignType type) {
        assertThat(parse(Sender.v2(Sender.v2Payment(), type))).isInstanceOfSatisfying(Payment.V2.class, payment -> {
            assertThat(payment.protocol()).isEqualTo(Protocol.V2);
            assertThat(payment.body()).containsEntry("out_trade_no", "1409811653");
            assertThat(payment.isAuthenticated()).isTrue();
            assertThat(payment.eventType()).isNull();
            assertThat(payment.createTime()).isNull();
            assertThat(payment.plaintext()).startsWith("<xml>");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign_type", "algorithm"})
    void namedAlgorithmIsRequired(String field) {
        Map<String, String> fields = Sender.v2Payment();
        fields.put(field, "HMAC-SHA256");

        assertThat(parse(Sender.v2(fields, SignType.HMAC_SHA256))).isInstanceOf(Payment.V2.class);
        refused(401, "it names the algorithm HMAC-SHA256", Sender.v2(fields, SignType.MD5));
        fields.put(field, "ROT13");
        refused(401, "it names the algorithm ROT13", Sender.v2(fields, SignType.MD5));
    }

    @Test
    void rejectsMissingSignature() {
        refused(401, "it is not signed", Sender.unsigned(Sender.v2Payment()));
    }

    @Test
    void rejectsEmptySignature() {
        Map<String, String> fields = Sender.v2Payment();
        fields.put("sign", "");

        refused(401, "its signature has the length of no known algorithm", Sender.unsigned(fields));
    }

    @Test
    void rejectsWrongSignature() {
        Map<String, String> fields = Sender.v2Payment();
        fields.put("sign", "C380BEC2BFD727A4B6845133519F3AD6");

        refused(401, "its signature is wrong", Sender.unsigned(fields));
    }

    @Test
    void signatureCoversUnknownFields() {
        Map<String, String> fields = Sender.v2Payment();
        fields.put("invented", "1");
        Sent sent = Sender.v2(fields, SignType.MD5);
        String changed = new String(sent.body(), StandardCharsets.UTF_8).replace("<invented>1<", "<invented>2<");

        assertThat(parse(sent)).isInstanceOfSatisfying(Payment.V2.class, payment -> assertThat(payment.body())
                .containsEntry("invented", "1"));
        refused(401, "its signature is wrong", new Sent(Map.of(), changed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsUnknownNotification() {
        assertThat(parse(Sender.v2(Map.of("invented", "1"), SignType.MD5)))
                .isInstanceOfSatisfying(
                        UnknownNotification.class,
                        unknown -> assertThat(unknown.fields().get("invented")).isEqualTo("1"));
    }

    @Test
    void readsRefund() {
        assertThat(parse(Sender.refund("<root><refund_id>5</refund_id><refund_fee>15</refund_fee></root>")))
                .isInstanceOfSatisfying(Payment.V2Refund.class, refund -> {
                    assertThat(refund.body()).containsEntry("req_info", "{refund_id=5, refund_fee=15}");
                    assertThat(refund.isAuthenticated()).isFalse();
                    assertThat(refund).hasToString("V2Refund{id=" + refund.id() + "}");
                    assertThat(refund.plaintext())
                            .isEqualTo("<root><refund_id>5</refund_id><refund_fee>15</refund_fee></root>");
                });
    }

    @Test
    void readsPublishedRefunds() {
        int seen = 0;
        for (JsonNode vector : Vectors.read("aes.json").get("ecb_req_info")) {
            if (!vector.get("plaintext").asString().startsWith("<root>")) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("return_code", "SUCCESS");
            fields.put("req_info", vector.get("ciphertext_base64").asString());
            Sent sent = Sender.unsigned(fields);
            Notification parsed = notifications(Sender.trusting()
                            .v2Key(vector.get("apiv2_key").asString())
                            .build())
                    .parse(sent.header(), sent.body());
            assertThat(parsed.plaintext()).isEqualTo(vector.get("plaintext").asString());
            seen++;
        }
        assertThat(seen).isGreaterThanOrEqualTo(2);
    }

    @Test
    void rejectsUndecryptableRefund() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String wrong : new String[] {"", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA=="}) {
            fields.put("req_info", wrong);
            refused(401, "its req_info cannot be decrypted", Sender.unsigned(fields));
        }
        refused(
                401,
                "its req_info does not contain the expected XML",
                Sender.refund("<xml><refund_id>5</refund_id></xml>"));
    }

    @Test
    void rejectsRefundWithWrongSignature() {
        Sent refund = Sender.refund("<root><refund_id>5</refund_id></root>");
        String signed = new String(refund.body(), StandardCharsets.UTF_8)
                .replace("</xml>", "<sign>C380BEC2BFD727A4B6845133519F3AD6</sign></xml>");

        refused(401, "its signature is wrong", new Sent(Map.of(), signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void replayedRefundHasNoOtherType() {
        String refund = new String(
                Sender.refund("<root><refund_id>5</refund_id></root>").body(), StandardCharsets.UTF_8);
        String added = refund.replace(
                "</xml>",
                "<result_code>SUCCESS</result_code><transaction_id>1</transaction_id>"
                        + "<out_trade_no>2</out_trade_no></xml>");

        assertThat(parse(new Sent(Map.of(), added.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Payment.V2Refund.class);
    }

    /** Else a refund that somebody repeats would be handled again, or stand for an event that is still to come. */
    @Test
    void recognizesUnsignedRefundByReqInfo() {
        String refund = new String(
                Sender.refund("<root><refund_id>5</refund_id></root>").body(), StandardCharsets.UTF_8);
        String id = parse(new Sent(Map.of(), refund.getBytes(StandardCharsets.UTF_8)))
                .id();

        for (String added : List.of("<appid>another</appid>", "<event_id>EV-7</event_id>", "<req_id>1</req_id>")) {
            String changed = refund.replace("</xml>", added + "</xml>");
            assertThat(parse(new Sent(Map.of(), changed.getBytes(StandardCharsets.UTF_8)))
                            .id())
                    .as(added)
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "root"})
    void readsEventOfWxv(String root) {
        Map<String, String> fields = event("<" + root + "><order_id>15</order_id></" + root + ">");

        assertThat(parse(Sender.v2(fields, SignType.HMAC_SHA256))).isInstanceOfSatisfying(Payment.Wxv.class, event -> {
            assertThat(event.id()).isEqualTo("EV-7");
            assertThat(event.eventType()).isEqualTo("CHECK.SUCCESS");
            assertThat(event.body()).containsEntry("event_ciphertext", "{order_id=15}");
        });
    }

    @Test
    void readsEventWithAssociatedData() {
        Map<String, String> fields = event("<xml><order_id>15</order_id></xml>");
        fields.put("event_associated_data", "payscore");
        refused(401, "it cannot be decrypted", Sender.v2(fields, SignType.HMAC_SHA256));

        byte[] plain = "<xml><order_id>15</order_id></xml>".getBytes(StandardCharsets.UTF_8);
        fields.put("event_ciphertext", TestKeys.encrypt(Sender.V3_KEY, "fdasflkja484", "payscore", plain));
        assertThat(parse(Sender.v2(fields, SignType.HMAC_SHA256))).isInstanceOf(Payment.Wxv.class);
    }

    @Test
    void rejectsUnsignedEventAndOtherAlgorithm() {
        Map<String, String> fields = event("<xml><order_id>15</order_id></xml>");
        refused(401, "it is not signed", Sender.unsigned(fields));

        fields.put("event_algorithm", "AES-ECB");
        refused(400, "event_algorithm must be AEAD_AES_256_GCM (was AES-ECB)", Sender.v2(fields, SignType.HMAC_SHA256));

        fields.put("event_algorithm", "AEAD_AES_256_GCM");
        fields.put("event_nonce", "another12345");
        refused(401, "it cannot be decrypted", Sender.v2(fields, SignType.HMAC_SHA256));
    }

    private static Map<String, String> event(String plaintext) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event_id", "EV-7");
        fields.put("event_type", "CHECK.SUCCESS");
        fields.put("algorithm", "HMAC-SHA256");
        fields.put("event_algorithm", "AEAD_AES_256_GCM");
        fields.put("event_nonce", "fdasflkja484");
        fields.put(
                "event_ciphertext",
                TestKeys.encrypt(Sender.V3_KEY, "fdasflkja484", "", plaintext.getBytes(StandardCharsets.UTF_8)));
        return fields;
    }

    @Test
    void anotherEventTypeHasAnotherClass() {
        Map<String, String> fields = event("<xml><order_id>15</order_id></xml>");
        fields.put("event_type", "CHECK.FAIL");

        assertThat(parse(Sender.v2(fields, SignType.HMAC_SHA256))).isInstanceOf(UnknownNotification.class);
    }

    @Test
    void repeatedNotificationHasTheSameId() {
        Map<String, String> again = Sender.v2Payment();
        again.put("nonce_str", "another");
        Map<String, String> other = Sender.v2Payment();
        other.put("out_trade_no", "1409811654");

        String id = parse(Sender.v2(Sender.v2Payment(), SignType.MD5)).id();
        assertThat(parse(Sender.v2(again, SignType.HMAC_SHA256)).id()).isEqualTo(id);
        assertThat(parse(Sender.v2(other, SignType.MD5)).id()).isNotEqualTo(id);
        assertThat(parse(Sender.refund("<root><refund_id>5</refund_id></root>")).id())
                .isNotEqualTo(parse(Sender.refund("<root><refund_id>6</refund_id></root>"))
                        .id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><a>1</a>",
                "<root><a>1</a></root>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><a>&e;</a></xml>",
                "<xml><a>1</a><a>2</a></xml>",
                "<xml><a><b>1</b></a></xml>"
            })
    void rejectsInvalidXml(String body) {
        refused(400, "the notification cannot be read", new Sent(Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void acceptsByteOrderMark() {
        byte[] body = Sender.v2(Sender.v2Payment(), SignType.MD5).body();
        String marked = "\uFEFF\n" + new String(body, StandardCharsets.UTF_8);

        assertThat(Notifications.protocol(marked.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Protocol.V2);
    }

    @Test
    void requiresV2Key() {
        Sent sent = Sender.v2(Sender.v2Payment(), SignType.MD5);
        Notifications keyless = notifications(Sender.trusting().build());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> keyless.parse(sent.header(), sent.body()))
                .withMessageContaining("configure v2Key");
    }

    private static Notification parse(Sent sent) {
        return notifications().parse(sent.header(), sent.body());
    }

    private static void refused(int status, String reason, Sent sent) {
        assertThatExceptionOfType(InvalidNotificationException.class)
                .isThrownBy(() -> parse(sent))
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(status));
    }
}

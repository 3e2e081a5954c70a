package io.github.wxpaycodegen.runtime.notification;

import static io.github.wxpaycodegen.runtime.notification.Sender.notifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.runtime.OccupiedCommonPool;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A v3 notification is believed if it is fresh, signed and encrypted by the gateway, and then it has a type. */
class V3NotificationsTest {
    @Test
    void readsPayment() {
        Notification parsed = parse(Sender.payment());

        assertThat(parsed).isInstanceOfSatisfying(Payment.class, payment -> {
            assertThat(payment.id()).isEqualTo("EV-1");
            assertThat(payment.protocol()).isEqualTo(Protocol.V3);
            assertThat(payment.eventType()).isEqualTo("TRANSACTION.SUCCESS");
            assertThat(payment.originalType()).isEqualTo("transaction");
            assertThat(payment.createTime()).isEqualTo(OffsetDateTime.parse("2026-01-01T08:00:00+08:00"));
            assertThat(payment.summary()).isEqualTo("支付成功");
            assertThat(payment.isAuthenticated()).isTrue();
            assertThat(payment.plaintext()).isEqualTo(Sender.RESOURCE);
            assertThat(payment.resource())
                    .isEqualTo(Map.of("out_trade_no", "1217752501201407033233368018", "later", "added"));
            assertThat(payment).hasToString("Payment{eventType=TRANSACTION.SUCCESS, id=EV-1}");
        });
    }

    @Test
    void originalTypeSelectsClassOfEvent() {
        assertThat(parse(Sender.v3(r -> r.put("original_type", "profitsharing"))))
                .isInstanceOf(Payment.Sharing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "", "invented"})
    void readsUnknownCombination(String originalType) {
        Notification parsed = parse(Sender.v3(r -> {
            r.put("event_type", originalType.equals("transaction") ? "INVENTED" : "TRANSACTION.SUCCESS");
            r.put("original_type", originalType);
            r.put("plaintext", "{\"a\":{\"b\":[1,true,null]}}");
        }));

        assertThat(parsed).isInstanceOfSatisfying(UnknownNotification.class, unknown -> {
            assertThat(unknown.fields()).containsOnlyKeys("a");
            assertThat(unknown.fields().get("a")).hasToString("{b=[1, true, null]}");
            assertThat(unknown.plaintext()).isEqualTo("{\"a\":{\"b\":[1,true,null]}}");
        });
    }

    @Test
    void keepsOtherPlaintext() {
        Notification parsed = parse(Sender.v3(r -> {
            r.put("event_type", "INVENTED");
            r.put("plaintext", "[" + BigDecimal.ONE + "]");
        }));

        assertThat(parsed).isInstanceOfSatisfying(UnknownNotification.class, unknown -> {
            assertThat(unknown.fields()).isEmpty();
            assertThat(unknown.plaintext()).isEqualTo("[1]");
        });
    }

    @Test
    void readsUnencryptedResourceIfSpecAllows() {
        Notification parsed = parse(
                Sender.signed("{\"id\":\"EV-2\",\"event_type\":\"ECHO\",\"resource\":{\"echo_message\":\"hello\"}}"));

        assertThat(parsed).isInstanceOfSatisfying(Payment.Plain.class, plain -> assertThat(plain.resource())
                .isEqualTo(Map.of("echo_message", "hello")));
    }

    @Test
    void rejectsOtherUnencryptedResource() {
        refused(
                400,
                "the notification has no algorithm",
                Sender.signed("{\"id\":\"EV-2\",\"event_type\":\"TRANSACTION.SUCCESS\","
                        + "\"resource\":{\"original_type\":\"transaction\",\"out_trade_no\":\"1\"}}"));
    }

    @Test
    void readsResourceWithoutAssociatedData() {
        assertThat(parse(Sender.v3(r -> r.remove("associated_data")))).isInstanceOf(Payment.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"})
    void requiresEveryHeader(String name) {
        refused(401, "it has no header " + name, Sender.payment().with(name, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300, -100_000})
    void rejectsStaleNotification(long seconds) {
        long made = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() + seconds;
        String body = new String(Sender.payment().body(), StandardCharsets.UTF_8);

        refused(401, "less than 300 seconds apart", Sender.signed(body, made));
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 299})
    void acceptsFreshNotification(long seconds) {
        long made = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() + seconds;
        String body = new String(Sender.payment().body(), StandardCharsets.UTF_8);

        assertThat(parse(Sender.signed(body, made))).isInstanceOf(Payment.class);
    }

    @Test
    void rejectsWrongSignature() {
        Sent sent = Sender.payment();
        String other = sent.headers().get("Wechatpay-Signature");

        refused(
                401,
                "its signature is wrong",
                Sender.v3(r -> r.put("plaintext", "{}")).with("Wechatpay-Signature", other));
        refused(401, "its signature is wrong", sent.with("Wechatpay-Nonce", "m"));
        refused(401, "its signature is wrong", sent.with("Wechatpay-Signature", "no base64!"));
        refused(
                401,
                "its signature is wrong",
                sent.with(
                        "Wechatpay-Signature",
                        "WECHATPAY/SIGNTEST/" + Base64.getEncoder().encodeToString(new byte[256])));
    }

    @Test
    void rejectsOtherSignatureAlgorithm() {
        refused(
                401,
                "WECHATPAY2-SM2-WITH-SM3",
                Sender.payment().with("Wechatpay-Signature-Type", "WECHATPAY2-SM2-WITH-SM3"));
        assertThat(parse(Sender.payment().with("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")))
                .isInstanceOf(Payment.class);
    }

    @Test
    void rejectsOtherEncryptionBeforeDecrypting() {
        refused(
                400,
                "the algorithm of the resource must be AEAD_AES_256_GCM (was AEAD_SM4_GCM)",
                Sender.v3(r -> r.put("algorithm", "AEAD_SM4_GCM")));
    }

    @Test
    void rejectsResourceEncryptedWithAnotherKey() {
        refused(401, "it cannot be decrypted", Sender.v3(r -> r.put("key", Sender.V2_KEY)));
    }

    @Test
    void rejectsUntrustedSerial() {
        refused(
                401,
                "which is not trusted: if it is the public key of this merchant's account, configure"
                        + " wechatPayPublicKeyPem with this id",
                Sender.payment().with("Wechatpay-Serial", "PUB_KEY_ID_1"));
        refused(
                401,
                "which is not trusted: if it is a platform certificate, configure downloadPlatformCertificates or"
                        + " platformCertificatesPem",
                Sender.payment().with("Wechatpay-Serial", "0A"));
    }

    /** Neither when the download fails nor while it is not tried again. */
    @Test
    void unavailableKeysAreAServerError() {
        Sent sent = Sender.payment().with("Wechatpay-Serial", "0A01");
        Notifications notifications =
                downloading(CompletableFuture.supplyAsync(() -> new TransportResponse(502, Map.of(), new byte[0])));

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> notifications.parse(sent.header(), sent.body()))
                    .withMessageContaining("the platform certificates could not be obtained")
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
        }
        assertThat(notifications
                        .dispatcher()
                        .build()
                        .dispatch(sent.header(), sent.body())
                        .status())
                .isEqualTo(500);
    }

    @Test
    void continuesOffTheTransportThread() throws Exception {
        ExecutorService transport = Executors.newSingleThreadExecutor();
        CompletableFuture<TransportResponse> certificates = new CompletableFuture<>();
        Sent sent = Sender.payment().with("Wechatpay-Serial", "0A01");
        try {
            Thread bringing = CompletableFuture.supplyAsync(Thread::currentThread, transport)
                    .get();
            CompletableFuture<Thread> following = downloading(certificates)
                    .parseAsync(sent.header(), sent.body())
                    .handle((notification, failure) -> Thread.currentThread());
            transport.execute(() -> certificates.complete(new TransportResponse(502, Map.of(), new byte[0])));

            assertThat(following.get(5, TimeUnit.MINUTES)).isNotSameAs(bringing);
        } finally {
            transport.shutdown();
        }
    }

    /** Tasks of the application may wait there for the notification. */
    @Test
    void doesNotNeedTheCommonPool() throws Exception {
        CompletableFuture<TransportResponse> certificates = new CompletableFuture<>();
        Sent sent = Sender.payment().with("Wechatpay-Serial", "0A01");
        try (OccupiedCommonPool pool = new OccupiedCommonPool()) {
            pool.occupy();
            CompletableFuture<Notification> parsed = downloading(certificates).parseAsync(sent.header(), sent.body());
            assertThat(parsed).isNotDone();
            // Not the future itself: whoever waits for one may help the pool.
            CountDownLatch ended = new CountDownLatch(1);
            parsed.whenComplete((notification, failure) -> ended.countDown());
            certificates.complete(new TransportResponse(502, Map.of(), new byte[0]));

            assertThat(ended.await(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Those of a client that downloads its certificates, and gets this answer. */
    private static Notifications downloading(CompletableFuture<TransportResponse> answer) {
        Transport transport = new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request) {
                return answer;
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        // Not closed, because a closed client downloads nothing.
        return WxPayClient.create(Sender.config()
                        .merchantPrivateKeyPem(TestKeys.pem(TestKeys.rsa().getPrivate()))
                        .merchantSerial("0B")
                        .downloadPlatformCertificates()
                        .transport(() -> transport)
                        .build())
                .context()
                .notifications(Sender.TYPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"id\":\"1\",\"id\":\"2\"}",
                "{\"event_type\":\"A\",\"resource\":{}}",
                "{\"id\":\"EV-1\",\"resource\":{}}",
                "{\"id\":\"EV-1\",\"event_type\":\"A\"}",
                "{\"id\":\"EV-1\",\"event_type\":\"A\",\"resource\":[]}",
                "{\"id\":\"EV-1\",\"event_type\":7,\"resource\":{}}",
                "{\"id\":\"EV-1\",\"event_type\":\"A\",\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\"}}"
            })
    void rejectsMalformedContent(String body) {
        refused(400, "the notification", Sender.signed(body));
    }

    @Test
    void rejectsResourceThatIsNotAnObject() {
        refused(400, "the resource cannot be read", Sender.v3(r -> r.put("plaintext", "nothing")));
    }

    @Test
    void signatureIsCheckedBeforeTheBodyIsRead() {
        refused(401, "its signature is wrong", Sender.signed("{").with("Wechatpay-Nonce", "m"));
    }

    @Test
    void rejectsTooLargeNotification() {
        byte[] large = new byte[Notifications.maxBytes() + 1];

        refused(413, "at most 1048576 bytes", new Sent(Map.of(), large));
    }

    @Test
    void readsStreamOnlyToTheLimit() throws IOException {
        InputStream endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                read++;
                assertThat(read).isLessThanOrEqualTo(Notifications.maxBytes() + 1);
                return '{';
            }
        };

        assertThatExceptionOfType(InvalidNotificationException.class)
                .isThrownBy(() -> notifications().parse(name -> null, endless))
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(413));
        Sent sent = Sender.payment();
        assertThat(notifications().parse(sent.header(), new ByteArrayInputStream(sent.body())))
                .isInstanceOf(Payment.class);
    }

    @Test
    void missingTrustIsAConfigurationError() {
        Sent sent = Sender.payment();
        Notifications trustless =
                notifications(WxPayConfig.builder().v3Key(Sender.V3_KEY).build());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> trustless.parse(sent.header(), sent.body()))
                .withMessageContaining("configure wechatPayPublicKeyPem, platformCertificatesPem or");
    }

    @Test
    void requiresV3Key() {
        Sent sent = Sender.payment();
        Notifications keyless = notifications(Sender.trusting().build());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> keyless.parse(sent.header(), sent.body()))
                .withMessageContaining("configure v3Key");
    }

    private static Notification parse(Sent sent) {
        return notifications().parse(new HashMap<>(sent.headers())::get, sent.body());
    }

    private static void refused(int status, String reason, Sent sent) {
        assertThatExceptionOfType(InvalidNotificationException.class)
                .isThrownBy(() -> notifications().parse(sent.header(), sent.body()))
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(status));
    }
}

package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.http.RawServer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.NotificationTypes;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client goes on with other keys: what began before ends with the old ones, what begins later uses the new ones. */
@Timeout(600)
class ReloadTest {
    private static final String OLD_KEY = "old-v2-key-0123456789abcdefghijk";
    private static final String NEW_KEY = "new-v2-key-0123456789abcdefghijk";
    private static final KeyPair NEW_GATEWAY = TestKeys.rsa();
    private static final String NEW_SERIAL = "PUB_KEY_ID_0000000000000024101100397200000099";

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void newCallsUseTheNewKeys() {
        try (WxPayClient client = gateway.client()) {
            gateway.answer(200, "{}");
            gateway.answer(200, "{}");
            ApiContext view = client.context().with(o -> o.timeout(Duration.ofSeconds(60)));
            view.call(query(), new Sent(out -> {}));
            client.reload(V3Gateway.config()
                    .merchantSerial("0FFF")
                    .transport(() -> gateway)
                    .build());
            view.call(query(), new Sent(out -> {}));
            assertThat(gateway.sent())
                    .extracting(
                            sent -> sent.headers().get("Authorization").replaceAll(".*serial_no=\"(\\w+)\".*", "$1"))
                    .containsExactly("0A1B", "0FFF");
        }
    }

    @Test
    void callInProgressEndsWithTheOldKeys() throws Exception {
        CompletableFuture<TransportResponse> later = gateway.answerLater();
        gateway.answer(200, "{\"a\":\"1\"}");
        gateway.answer(200, "{\"a\":\"2\"}");
        try (WxPayClient client = gateway.client()) {
            CompletableFuture<Map<String, String>> before = client.context().callAsync(query(), new Sent(out -> {}));
            TransportResponse signedByTheOldKey = gateway.send(gateway.only()).get();
            client.reload(trustingTheNewGatewayAlone());
            later.complete(signedByTheOldKey);
            assertThat(before.get()).containsEntry("a", "1");
            assertThatThrownBy(() -> client.context().call(query(), new Sent(out -> {})))
                    .isInstanceOf(InvalidResponseException.class);
        }
    }

    @Test
    void oldTransportIsClosedAfterItsLastCall() throws Exception {
        try (LateAnswers old = new LateAnswers();
                LateAnswers next = new LateAnswers();
                WxPayClient client = WxPayClient.create(config(OLD_KEY, old))) {
            CompletableFuture<?> first = client.context().callAsync(unsigned(), new Sent(out -> {}));
            CompletableFuture<?> second = client.context().callAsync(unsigned(), new Sent(out -> {}));
            client.reload(config(NEW_KEY, next));
            old.sent.remove().complete(answer());
            first.get();
            assertThat(old.closed.getCount()).as("a call is under way").isOne();
            old.sent.remove().complete(answer());
            second.get();
            old.closed.await();
            assertThat(next.closed.getCount()).isOne();
        }
    }

    @Test
    void eachTransportIsClosedOnce() throws Exception {
        LateAnswers old = new LateAnswers();
        LateAnswers next = new LateAnswers();
        WxPayClient client = WxPayClient.create(config(OLD_KEY, old));
        CompletableFuture<?> call = client.context().callAsync(unsigned(), new Sent(out -> {}));
        client.reload(config(NEW_KEY, next));
        client.close();
        client.close();
        assertThatThrownBy(call::get).hasMessageContaining("the client was closed");
        assertThat(List.of(old.closings.get(), next.closings.get())).containsExactly(1, 1);
    }

    @Test
    void idleTransportIsClosedAtOnce() {
        try (LateAnswers old = new LateAnswers();
                LateAnswers next = new LateAnswers();
                WxPayClient client = WxPayClient.create(config(OLD_KEY, old))) {
            client.reload(config(NEW_KEY, next));
            assertThat(old.closed.getCount()).isZero();
        }
    }

    @Test
    void keptNotificationsUseTheNewKeys() {
        try (WxPayClient client = WxPayClient.create(config(OLD_KEY, new LateAnswers()))) {
            Notifications kept = client.context().notifications(NotificationTypes.of());
            assertThatCode(() -> kept.parse(name -> null, notification(OLD_KEY)))
                    .doesNotThrowAnyException();
            client.reload(config(NEW_KEY, new LateAnswers()));
            assertThatCode(() -> kept.parse(name -> null, notification(NEW_KEY)))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> kept.parse(name -> null, notification(OLD_KEY)))
                    .isInstanceOf(InvalidNotificationException.class);
        }
    }

    @Test
    void keptFrontEndUsesTheNewKeys() {
        try (WxPayClient client = WxPayClient.create(config(OLD_KEY, new LateAnswers()))) {
            FrontEnd kept = client.context().frontEnd();
            client.reload(config(NEW_KEY, new LateAnswers()));
            Map<String, String> parameters =
                    new LinkedHashMap<>(kept.v2(SignType.MD5).jsapi("wx2").asMap());
            String sign = parameters.remove("paySign");
            assertThat(sign).isEqualTo(new V2Signer(NEW_KEY).sign(parameters, SignType.MD5));
        }
    }

    @Test
    void rejectsOtherIds() {
        try (WxPayClient client = gateway.client()) {
            WxPayConfig another = V3Gateway.config()
                    .mchid("1900000002")
                    .transport(() -> gateway)
                    .build();
            assertThatThrownBy(() -> client.reload(another))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("reload: mchid must stay 1900000001 (was 1900000002). The ids of a client cannot"
                            + " change: create another client");
            WxPayConfig more = V3Gateway.config()
                    .subMchid("1900000003")
                    .transport(() -> gateway)
                    .build();
            assertThatThrownBy(() -> client.reload(more))
                    .hasMessageContaining("subMchid must stay unset (was 1900000003)");
            gateway.answer(200, "{}");
            client.context().call(query(), new Sent(out -> {}));
            assertThat(gateway.authorizes(gateway.only(), ""))
                    .as("the old configuration holds")
                    .isTrue();
        }
    }

    @Test
    void closedClientCannotBeReloaded() {
        WxPayClient client = gateway.client();
        client.close();
        assertThatThrownBy(() -> client.reload(V3Gateway.config().build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the client is closed");
    }

    @Test
    void closesBothTransportsThoughTheyThrow() {
        LateAnswers old = new LateAnswers(true);
        LateAnswers next = new LateAnswers(true);
        WxPayClient client = WxPayClient.create(config(OLD_KEY, old));
        CompletableFuture<?> call = client.context().callAsync(unsigned(), new Sent(out -> {}));
        client.reload(config(NEW_KEY, next));

        assertThatThrownBy(client::close)
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

        assertThatThrownBy(call::get).hasMessageContaining("the client was closed");
        assertThat(List.of(old.closings.get(), next.closings.get())).containsExactly(1, 1);
    }

    @Test
    void closingEndsCallsOfBothConfigurations() {
        LateAnswers old = new LateAnswers();
        LateAnswers next = new LateAnswers();
        WxPayClient client = WxPayClient.create(config(OLD_KEY, old));
        CompletableFuture<?> before = client.context().callAsync(unsigned(), new Sent(out -> {}));
        client.reload(config(NEW_KEY, next));
        CompletableFuture<?> after = client.context().callAsync(unsigned(), new Sent(out -> {}));
        client.close();
        assertThat(List.of(before, after))
                .allSatisfy(call -> assertThatThrownBy(call::get).hasMessageContaining("the client was closed"));
    }

    /** Over TLS, with client certificates in turn. */
    @Test
    void callsSucceedWhileKeysAreReplaced() throws Exception {
        Queue<BigInteger> serials = new ConcurrentLinkedQueue<>();
        List<WxPayConfig> configs = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try (RawServer server = RawServer.tlsWithClientCertificates(connection -> {
            while (true) {
                connection.request();
                X509Certificate certificate = connection.clientCertificate();
                serials.add(certificate == null ? BigInteger.ZERO : certificate.getSerialNumber());
                connection.respond("200 OK", "<xml><a>1</a></xml>");
            }
        })) {
            configs.add(withCertificate(server, "0A"));
            configs.add(withCertificate(server, "0B"));
            AtomicBoolean over = new AtomicBoolean();
            List<Future<Integer>> calls = new ArrayList<>();
            try (WxPayClient client = WxPayClient.create(configs.get(0))) {
                Callable<Integer> caller = () -> {
                    int made = 0;
                    while (!over.get()) {
                        client.context().call(secure(), new Sent(out -> {}));
                        made++;
                    }
                    return made;
                };
                for (int i = 0; i < 4; i++) {
                    calls.add(callers.submit(caller));
                }
                for (int i = 1; i <= 51; i++) {
                    int before = serials.size();
                    client.reload(configs.get(i % 2));
                    while (serials.size() < before + 4 && calls.stream().noneMatch(Future::isDone)) {
                        Thread.sleep(1);
                    }
                }
                over.set(true);
                int made = 0;
                for (Future<Integer> each : calls) {
                    made += each.get(5, TimeUnit.MINUTES);
                }
                assertThat(made).isEqualTo(serials.size());
                serials.clear();
                client.context().call(secure(), new Sent(out -> {}));
                assertThat(serials).containsExactly(BigInteger.valueOf(0x0B));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private WxPayConfig trustingTheNewGatewayAlone() {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(NEW_GATEWAY.getPrivate()))
                .merchantSerial("0C")
                .wechatPayPublicKeyPem(NEW_SERIAL, TestKeys.pem(NEW_GATEWAY.getPublic()))
                .transport(() -> gateway)
                .build();
    }

    private static WxPayConfig withCertificate(RawServer server, String serial) throws Exception {
        KeyPair keys = TestKeys.rsa();
        X509Certificate certificate = TestKeys.certificate(keys, serial, Instant.now(), Duration.ofDays(60));
        return WxPayConfig.builder()
                .mchid("1900000001")
                .host(server.uri())
                .trust(RawServer.certificateAuthority())
                .clientCertificatePem(
                        TestKeys.pem("CERTIFICATE", certificate.getEncoded()), TestKeys.pem(keys.getPrivate()))
                .connectTimeout(Duration.ofMinutes(1))
                .timeout(Duration.ofMinutes(1))
                .build();
    }

    private static WxPayConfig config(String v2Key, Transport transport) {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .appid("wx1")
                .v2Key(v2Key)
                .transport(() -> transport)
                .build();
    }

    private static byte[] notification(String v2Key) {
        Map<String, String> fields = new TreeMap<>(Map.of("return_code", "SUCCESS", "out_trade_no", "1"));
        fields.put("sign", new V2Signer(v2Key).sign(fields, SignType.MD5));
        return V2Xml.write(fields);
    }

    private static Operation<Sent, Map<String, String>> query() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, "/v3/a", Read::readFrom)
                .traits(Trait.READ_ONLY)
                .build();
    }

    private static Operation<Sent, Map<String, String>> unsigned() {
        return v2(operation -> {});
    }

    private static Operation<Sent, Map<String, String>> secure() {
        return v2(b -> b.traits(Trait.CLIENT_CERTIFICATE));
    }

    private static Operation<Sent, Map<String, String>> v2(
            Consumer<Operation.Builder<Sent, Map<String, String>>> change) {
        Operation.Builder<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/a", "/a", Read::readFrom)
                .traits(Trait.UNSIGNED_REQUEST)
                .traits(Trait.UNSIGNED_RESPONSE);
        change.accept(operation);
        return operation.build();
    }

    private static TransportResponse answer() {
        return new TransportResponse(200, Map.of(), "<xml><a>1</a></xml>".getBytes(StandardCharsets.UTF_8));
    }

    /** Answers when the test says so, and ends what is under way when it is closed. */
    private static final class LateAnswers implements Transport {
        private final Queue<CompletableFuture<TransportResponse>> sent = new ConcurrentLinkedQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicInteger closings = new AtomicInteger();
        private final boolean throwsOnClose;

        LateAnswers() {
            this(false);
        }

        LateAnswers(boolean throwsOnClose) {
            this.throwsOnClose = throwsOnClose;
        }

        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            CompletableFuture<TransportResponse> response = new CompletableFuture<>();
            sent.add(response);
            return response;
        }

        @Override
        public void close() {
            closed.countDown();
            closings.incrementAndGet();
            sent.forEach(response -> response.completeExceptionally(
                    new TransportException(Outcome.UNKNOWN, "the client was closed", null)));
            if (throwsOnClose) {
                throw new IllegalStateException("cannot be closed");
            }
        }
    }
}

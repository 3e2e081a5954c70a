package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallListenerTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";

    private static final Operation<Sent, Map<String, String>> ORDER = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/order", Read::readFrom)
            .title("下单")
            .traits(Trait.JSON_BODY)
            .build();

    private static final Operation<Sent, Map<String, String>> QUERY = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.GET, "/v3/orders/{id}", Read::readFrom)
            .title("查询订单")
            .build();

    private static final Operation<Sent, Map<String, String>> V2_ORDER = Operation.<Sent, Map<String, String>>v2(
                    HttpMethod.POST, "/v2/order", "/order", Read::readFrom)
            .title("统一下单")
            .build();

    private final V3Gateway gateway = new V3Gateway();
    private final CallEvents events = new CallEvents();

    private ApiContext context() {
        return gateway.client(config -> config.listener(events)).context();
    }

    private static Sent message() {
        return new Sent(out -> {});
    }

    private static Consumer<Map<String, List<String>>> requestId(String value) {
        return headers -> headers.put("Request-ID", List.of(value));
    }

    @Test
    void endHasTheTimeOfASignedResponse() {
        gateway.answer(200, "{}");
        context().call(ORDER, message());
        assertThat(events.end().gatewayTime()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void endOfAFailedCallHasNoGatewayTime() {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}");
        assertThatThrownBy(() -> context().call(ORDER, message())).isInstanceOf(GatewayException.class);
        assertThat(events.end().gatewayTime()).isNull();
    }

    @Test
    void successIsAStartAnAttemptAndAnEnd() {
        gateway.answer(200, "{}", requestId("08F7"));
        context().call(ORDER, message());

        assertThat(events.kinds()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
        CallInfo call = (CallInfo) events.all().get(0);
        assertThat(call.operation()).isEqualTo("/v3/order");
        assertThat(call.title()).isEqualTo("下单");
        assertThat(call.method()).isEqualTo(HttpMethod.POST);
        assertThat(call.protocol()).isEqualTo(Protocol.V3);
        assertThat(call.mchid()).isEqualTo("1900000001");
        assertThat(call.startedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        CallAttempt attempt = events.attempts().get(0);
        assertThat(attempt.call()).isSameAs(call);
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.host()).isEqualTo("api.mch.weixin.qq.com");
        assertThat(attempt.httpStatus()).isEqualTo(200);
        assertThat(attempt.requestId()).isEqualTo("08F7");
        assertThat(attempt.outcome()).isNull();
        assertThat(attempt.failure()).isNull();
        CallEnd end = events.end();
        assertThat(end.call()).isSameAs(call);
        assertThat(end.isSuccess()).isTrue();
        assertThat(end.attempts()).isEqualTo(1);
        assertThat(end.host()).isEqualTo("api.mch.weixin.qq.com");
        assertThat(end.httpStatus()).isEqualTo(200);
        assertThat(end.outcome()).isNull();
        assertThat(end.errorCode()).isNull();
        assertThat(end.requestId()).isEqualTo("08F7");
        assertThat(end.failure()).isNull();
        assertThat(end.duration()).isPositive().isGreaterThanOrEqualTo(attempt.duration());
        assertThat(end)
                .hasToString("POST /v3/order succeeded with HTTP status 200 in "
                        + end.duration().toMillis() + " ms, 1 attempt");
    }

    @Test
    void eachAttemptIsAnEvent() {
        gateway.answer(500, "{\"code\":\"SYSTEM_ERROR\"}");
        gateway.answer(200, "{}");
        context().at("id", "1").call(QUERY, message());

        assertThat(events.kinds()).containsExactly("CallInfo", "CallAttempt", "CallAttempt", "CallEnd");
        assertThat(events.attempts())
                .extracting(CallAttempt::number, CallAttempt::host, CallAttempt::httpStatus, CallAttempt::errorCode)
                .containsExactly(
                        tuple(1, "api.mch.weixin.qq.com", 500, "SYSTEM_ERROR"),
                        tuple(2, "api2.mch.weixin.qq.com", 200, null));
        assertThat(events.end().attempts()).isEqualTo(2);
        assertThat(events.end().host()).isEqualTo("api2.mch.weixin.qq.com");
        assertThat(events.end().isSuccess()).isTrue();
    }

    @Test
    void rejectionHasItsCodeAndOutcome() {
        gateway.answer(403, "{\"code\":\"NOT_ENOUGH\"}", requestId("08F8"));
        assertThatThrownBy(() -> context().call(ORDER, message())).isInstanceOf(GatewayException.class);

        CallEnd end = events.end();
        assertThat(end.isSuccess()).isFalse();
        assertThat(end.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(end.httpStatus()).isEqualTo(403);
        assertThat(end.errorCode()).isEqualTo("NOT_ENOUGH");
        assertThat(end.requestId()).isEqualTo("08F8");
        assertThat(end.failure()).isEqualTo("GatewayException");
        assertThat(end.toString())
                .startsWith("POST /v3/order failed with GatewayException (REJECTED, HTTP status 403, code NOT_ENOUGH,"
                        + " request id 08F8) in ");
        assertThat(events.attempts().get(0).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void untrustedResponseIsUnknown() {
        gateway.answer(200, "{}", headers -> headers.remove("Wechatpay-Signature"));
        assertThatThrownBy(() -> context().call(ORDER, message())).isInstanceOf(InvalidResponseException.class);
        assertThat(events.end().failure()).isEqualTo("InvalidResponseException");
        assertThat(events.end().httpStatus()).isEqualTo(200);
        assertThat(events.end().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void refusedConnectionIsAnAttemptWithoutStatus() {
        gateway.refuseConnection();
        assertThatThrownBy(
                        () -> gateway.client(config -> config.listener(events).maxAttempts(1))
                                .context()
                                .call(ORDER, message()))
                .isInstanceOf(TransportException.class);
        assertThat(events.attempts().get(0).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(events.attempts().get(0).httpStatus()).isZero();
        assertThat(events.end().outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void missingConfigurationHasNoAttempt() {
        assertThatThrownBy(() -> context().call(V2_ORDER, message())).isInstanceOf(ConfigurationException.class);
        assertThat(events.kinds()).containsExactly("CallInfo", "CallEnd");
        assertThat(events.end().attempts()).isZero();
        assertThat(events.end().host()).isNull();
        assertThat(events.end().failure()).isEqualTo("ConfigurationException");
        assertThat(events.end().outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void v2CallsHaveEvents() {
        WxPayConfig config = WxPayConfig.builder()
                .v2Key(KEY)
                .listener(events)
                .host(URI.create("https://pay.example:8443"))
                .transport(() -> RecordingTransport.answering("<xml><return_code>FAIL</return_code></xml>"))
                .build();
        assertThatThrownBy(() -> WxPayClient.create(config).context().call(V2_ORDER, message()))
                .isInstanceOf(GatewayException.class);
        assertThat(events.kinds()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
        assertThat(events.attempts().get(0).host()).isEqualTo("pay.example:8443");
        assertThat(events.end().call().protocol()).isEqualTo(Protocol.V2);
        assertThat(events.end().call().mchid()).isNull();
        assertThat(events.end().failure()).isEqualTo("GatewayException");
    }

    @Test
    void fileOfALinkIsACallWithoutTitle(@TempDir Path folder) {
        gateway.answerFile(200, "a,b\n".getBytes(StandardCharsets.UTF_8));
        FileLink link = FileLink.of(
                "https://api.mch.weixin.qq.com/v3/billdownload/file?token=secret",
                FileHash.of(FileHash.Type.SHA1, "a1c2c15e5ee7ec78ab29fdda9fc7bf5f3de2e6a4"));
        Throwable failure = catchThrowable(() -> context().downloads().fetch(link, folder.resolve("bill")));
        assertThat(failure).hasMessageContaining("differs from the expected one");
        assertThat(events.kinds()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
        assertThat(events.end().call().title()).isNull();
        assertThat(events.end().call().operation()).isEqualTo("/v3/billdownload/file");
        assertThat(events.all().toString()).doesNotContain("secret");
    }

    @Test
    void lateCallEndsOnceAfterItsAttempt() {
        CallEvents late = lateAfterSending(Duration.ofMillis(100));
        assertThat(late.kinds()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
        assertThat(late.end().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** Gives the call more time until its request leaves, however busy the machine is. */
    private static CallEvents lateAfterSending(Duration timeout) {
        V3Gateway slow = new V3Gateway();
        CallEvents seen = new CallEvents();
        CompletableFuture<TransportResponse> answer = slow.answerLater();
        ApiContext context =
                slow.client(config -> config.listener(seen)).context().with(options -> options.timeout(timeout));
        assertThatThrownBy(() -> context.call(ORDER, message())).isInstanceOf(TransportException.class);
        if (slow.sent().isEmpty()) {
            return lateAfterSending(timeout.multipliedBy(2));
        }
        answer.complete(new TransportResponse(500, Map.of(), new byte[0]));
        return seen;
    }

    @Test
    void canceledCallHasAnUnknownOutcome() {
        gateway.answerLater();
        context().callAsync(ORDER, message()).cancel(true);
        assertThat(events.kinds()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
        assertThat(events.end().failure()).isEqualTo("CancellationException");
        assertThat(events.end().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void asynchronousCallerIsNotifiedAfterTheListener() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        AtomicReference<List<String>> before = new AtomicReference<>();
        CompletableFuture<TransportResponse> answer = gateway.answerLater();
        context().callAsync(ORDER, message()).whenComplete((response, failure) -> {
            before.set(events.kinds());
            seen.countDown();
        });
        answer.complete(new TransportResponse(500, Map.of(), new byte[0]));
        assertThat(seen.await(300, TimeUnit.SECONDS)).isTrue();
        assertThat(before.get()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
    }

    @Test
    void listenerThatThrowsBreaksNothingAndIsLoggedOnce() {
        CallListener broken = new CallListener() {
            @Override
            public void onStart(CallInfo call) {
                throw new IllegalStateException("start");
            }

            @Override
            public void onAttempt(CallAttempt attempt) {
                throw new NoClassDefFoundError("attempt");
            }

            @Override
            public void onEnd(CallEnd end) {
                throw CallListenerTest.<RuntimeException>unchecked(new Exception("end"));
            }
        };
        String beginning = "The CallListener " + broken.getClass().getName() + " threw an exception";
        // The class has the same name in an earlier run in the same JVM.
        int earlier = RecordingLogs.linesOf(beginning).size();
        gateway.answer(200, "{}");
        gateway.client(config -> config.listener(broken).listener(events))
                .context()
                .call(ORDER, message());
        assertThat(events.kinds()).containsExactly("CallInfo", "CallAttempt", "CallEnd");
        assertThat(RecordingLogs.linesOf(beginning).stream().skip(earlier))
                .hasSize(3)
                .filteredOn(line -> line.startsWith(beginning + ". It is still notified"))
                .hasSize(1);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // E is what the caller need not declare.
    private static <E extends Throwable> E unchecked(Throwable e) throws E {
        throw (E) e;
    }

    @Test
    void foreignTextCannotForgeALine() {
        gateway.answer(400, "{\"code\":\"A\\nB\"}", requestId("x".repeat(100)));
        assertThatThrownBy(() -> context().call(ORDER, message())).isInstanceOf(GatewayException.class);
        assertThat(events.end().errorCode()).isEqualTo("A\\u000aB");
        assertThat(events.end().requestId()).isEqualTo("x".repeat(64) + "…");
    }

    @Test
    void eventsHaveNeitherBodiesNorKeys() {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"Zhang San\",\"detail\":\"Zhang San\"}");
        assertThatThrownBy(
                        () -> gateway.client(config -> config.listener(events).v3Key(KEY))
                                .context()
                                .at("id", "Zhang San")
                                .call(QUERY, new Sent(out -> out.query().string("name", "Zhang San"))))
                .isInstanceOf(GatewayException.class);
        assertThat(events.all().toString()).doesNotContain("Zhang", KEY);
    }

    @Test
    void certificateDownloadIsACallOfItsOwn() {
        gateway.answer(500, "{\"code\":\"SYSTEM_ERROR\"}");

        assertThatThrownBy(this::orderWithDownloadedCertificates).isInstanceOf(TransportException.class);
        assertThat(events.events(CallEnd.class))
                .extracting(end -> end.call().operation(), CallEnd::errorCode, CallEnd::attempts)
                .containsExactly(tuple("/v3/certificates", "SYSTEM_ERROR", 1), tuple("/v3/order", null, 0));
    }

    @Test
    void certificateDownloadEndsWithItsStatus() {
        gateway.answer(200, "{\"data\":[]}");

        assertThatThrownBy(this::orderWithDownloadedCertificates).isInstanceOf(WxPayException.class);
        assertThat(events.events(CallEnd.class).get(0).call().operation()).isEqualTo("/v3/certificates");
        assertThat(events.events(CallEnd.class).get(0).httpStatus()).isEqualTo(200);
    }

    @Test
    void brokenCertificateDownloadEndsToo() {
        gateway.answerLater().completeExceptionally(new TransportException(Outcome.UNKNOWN, "broke off", null));

        assertThatThrownBy(this::orderWithDownloadedCertificates).isInstanceOf(WxPayException.class);
        assertThat(events.events(CallEnd.class))
                .extracting(end -> end.call().operation())
                .containsExactly("/v3/certificates", "/v3/order");
    }

    private void orderWithDownloadedCertificates() {
        WxPayConfig config = WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(TestKeys.rsa().getPrivate()))
                .merchantSerial("0A1B")
                .v3Key(KEY)
                .downloadPlatformCertificates()
                .listener(events)
                .transport(() -> gateway)
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            client.context().call(ORDER, message());
        }
    }

    @Test
    void listenerMustNotBeNull() {
        assertThatThrownBy(() -> WxPayConfig.builder().listener(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("listener must not be null");
    }
}

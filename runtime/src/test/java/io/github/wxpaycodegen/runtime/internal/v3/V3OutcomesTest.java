package io.github.wxpaycodegen.runtime.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.GeneratedClient;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes of v3: rejected only if the response is credible, successful only if it is for this request. */
class V3OutcomesTest {
    private static final String V3_KEY = "0123456789abcdef0123456789abcdef";

    private final V3Gateway gateway = new V3Gateway();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500})
    void errorWithWrongSignatureProvesNothing(int status) {
        gateway.answer(
                status,
                "{\"code\":\"PARAM_ERROR\",\"message\":\"bad\"}",
                headers -> headers.put("Wechatpay-Signature", List.of("AAAA")));
        assertThatThrownBy(() -> call(write()))
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(e.httpStatus()).isEqualTo(status);
                })
                .hasMessageContaining(
                        "unverified, it reports HTTP status " + status + ", code PARAM_ERROR, message bad")
                .hasMessageContaining("before calling again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wechatpay-Signature", "Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce"})
    void errorWithHalfASignatureProvesNothing(String missing) {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}", headers -> headers.remove(missing));
        assertThatThrownBy(() -> call(write())).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void verifiesErrorWithDownloadedKeys() {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}", headers -> headers.put("Wechatpay-Serial", List.of("0BAD")));
        gateway.answer(404, "{\"code\":\"NOT_FOUND\"}", Map::clear);
        assertThatThrownBy(() -> gateway.client(config -> config.v3Key(V3_KEY).downloadPlatformCertificates())
                        .context()
                        .call(write(), request()))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("0BAD, which is not trusted");
        assertThat(gateway.sent()).extracting(r -> r.uri().getPath()).containsExactly("/v3/pay", "/v3/certificates");
    }

    @ParameterizedTest
    @CsvSource({
        "400, PARAM_ERROR, REJECTED",
        "403, NO_AUTH, REJECTED",
        "404, ORDER_NOT_EXIST, REJECTED",
        "429, FREQUENCY_LIMITED, REJECTED",
        "408, REQUEST_TIMEOUT, UNKNOWN",
        "500, SYSTEM_ERROR, UNKNOWN",
        "503, SERVICE_UNAVAILABLE, UNKNOWN",
        "300, CHOICES, UNKNOWN",
        "302, MOVED, UNKNOWN",
        "400, BANK_ERROR, UNKNOWN",
        "429, BANK_ERROR, UNKNOWN"
    })
    void trustsUnsignedErrorByStatusAndCode(int status, String code, Outcome outcome) {
        gateway.answer(status, "{\"code\":\"" + code + "\"}", Map::clear);
        assertThat(failure(write()).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 408, 413, 429, 500, 502})
    void pageWithoutCodeLeavesWriteUnknown(int status) {
        for (String body : List.of("<html>Too Many Requests</html>", "", "{\"message\":\"x\"}", "{\"code\":429}")) {
            gateway.answer(status, body, Map::clear);
            assertThat(failure(write()).outcome()).as(body).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, USERPAYING",
        "403, USERPAYING",
        "403, BANKERROR",
        "400, SYSTEMERROR",
        "429, BANKERROR",
        "404, USERPAYING"
    })
    void codeThatTheSpecCallsUncertainNamesTheQuery(int status, String code) {
        Operation<Sent, Map<String, String>> codepay = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay/transactions/codepay", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .uncertain("USERPAYING", "BANKERROR", "SYSTEMERROR")
                .settledBy("/v3/pay/transactions/out-trade-no/{out_trade_no}")
                .build();
        gateway.answer(status, "{\"code\":\"" + code + "\"}");
        gateway.answer(status, "{\"code\":\"" + code + "\"}", Map::clear);
        for (int i = 0; i < 2; i++) {
            GatewayException e = failure(codepay);
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining("call /v3/pay/transactions/out-trade-no/{out_trade_no} to find out");
        }
    }

    /** The merchant's account uses the public key, and the client is configured for certificates alone. */
    @Test
    void sendsNothingIfResponseCannotBeVerified() {
        WxPayConfig config = certificatesAlone().downloadPlatformCertificates().build();
        for (Operation<Sent, Map<String, String>> each : List.of(write(), read())) {
            gateway.answer(404, "{\"code\":\"RESOURCE_NOT_EXISTS\"}", Map::clear);
            try (WxPayClient client = WxPayClient.create(config)) {
                assertThatThrownBy(() -> client.context().call(each, request()))
                        .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.outcome())
                                .isEqualTo(Outcome.NOT_SENT))
                        .hasMessageContaining("returned no platform certificate")
                        .hasMessageContaining("Configure wechatPayPublicKeyPem");
            }
        }
        assertThat(gateway.sent()).extracting(r -> r.uri().getPath()).containsOnly("/v3/certificates");
    }

    /** A request that was read from JSON was not checked when it was built. */
    @Test
    void sendsNothingThatJsonCannotHold() {
        assertThatThrownBy(() -> gateway.client()
                        .context()
                        .call(write(), new Sent(out -> out.string("description", "half a pair: \ud83d"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("description");
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void sendsNothingIfAllCertificatesExpired() throws Exception {
        byte[] expired = TestKeys.pem(
                "CERTIFICATE",
                TestKeys.certificate(TestKeys.rsa(), "0A", Instant.parse("2020-01-01T00:00:00Z"), Duration.ofDays(1))
                        .getEncoded());
        WxPayConfig config =
                certificatesAlone().platformCertificatesPem(expired).build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThatThrownBy(() -> client.context().call(write(), request()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("have expired");
        }
        assertThat(gateway.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "out_trade_no, A1, A1, true",
        "out_trade_no, A1, A2, false",
        "total, 100, 100, true",
        "total, 100, 99, false"
    })
    void responseOfAnotherOrderIsRefused(String field, String sent, String received, boolean ours) {
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/refund", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .echoes(field)
                .build();
        boolean number = field.equals("total");
        gateway.answer(200, "{\"" + field + "\":" + (number ? received : "\"" + received + "\"") + "}");
        Sent request = new Sent(out -> {
            if (number) {
                out.integer(field, Long.valueOf(sent));
            } else {
                out.string(field, sent);
            }
        });
        ApiContext context = gateway.client().context();
        if (ours) {
            assertThat(context.call(operation, request)).containsKey(field);
        } else {
            assertThatThrownBy(() -> context.call(operation, request))
                    .isInstanceOfSatisfying(InvalidResponseException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.UNKNOWN))
                    .hasMessageContaining("the response belongs to another call: its " + field);
        }
    }

    @ParameterizedTest
    @CsvSource({"订单/1 +, 订单/1 +, true", "A1, A2, false"})
    void rejectsResponseForAnotherPath(String sent, String received, boolean ours) {
        Operation<Sent, Map<String, String>> query = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.GET, "/v3/pay/transactions/out-trade-no/{out_trade_no}", Read::readFrom)
                .traits(Trait.READ_ONLY)
                .echoes("out_trade_no")
                .build();
        gateway.answer(200, "{\"out_trade_no\":\"" + received + "\"}");
        ApiContext context = gateway.client().context().at("out_trade_no", sent);
        if (ours) {
            assertThat(context.call(query, request())).containsEntry("out_trade_no", received);
        } else {
            assertThatThrownBy(() -> context.call(query, request())).isInstanceOf(InvalidResponseException.class);
        }
    }

    @Test
    void acceptsResponseWithoutEcho() {
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/refund", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .echoes("out_trade_no")
                .build();
        gateway.answer(200, "{}");
        gateway.answer(200, "{\"out_trade_no\":\"A2\"}");
        ApiContext context = gateway.client().context();
        assertThat(context.call(operation, new Sent(out -> out.string("out_trade_no", "A1"))))
                .isEmpty();
        assertThat(context.call(operation, request()))
                .as("nothing was sent that could differ")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void repeatedAttemptHonorsRetryAfter(int status) {
        gateway.answer(status, "{\"code\":\"X\"}", headers -> headers.put("Retry-After", List.of("1")));
        gateway.answer(200, "{}");
        long start = System.nanoTime();
        call(read());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void reportsWaitAfterTooManyRequests() {
        gateway.answer(429, "{\"code\":\"FREQUENCY_LIMITED\"}");
        assertThat(failure(write()))
                .hasMessageEndingWith("The gateway limits the rate of calls: call again later, and less often.");
    }

    @Test
    void waitBeyondTheDeadlineFailsAtOnce() {
        gateway.answer(429, "{\"code\":\"X\"}", headers -> headers.put("Retry-After", List.of("60")));
        long start = System.nanoTime();
        assertThat(failure(read()).retryAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void adviceDependsOnTheCode() {
        Operation<Sent, Map<String, String>> pay = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .error("ORDERPAID", "The order is paid: do not call again.")
                .build();
        gateway.answer(400, "{\"code\":\"ORDERPAID\"}");
        gateway.answer(403, "{\"code\":\"NO_AUTH\"}");
        gateway.answer(400, "{\"code\":\"NEVER_HEARD\"}");
        try (WxPayClient client = WxPayClient.create(
                V3Gateway.config().transport(() -> gateway).build(),
                GeneratedClient.ofLevel(1)
                        .v2Advice(code -> "Of v2.")
                        .v3Advice(code -> code.equals("NO_AUTH") ? "Apply for the product first." : null)
                        .build())) {
            Supplier<GatewayException> next = () -> catchThrowableOfType(
                    GatewayException.class, () -> client.context().call(pay, request()));
            GatewayException paid = next.get();
            assertThat(paid.advice()).isEqualTo("The order is paid: do not call again.");
            assertThat(paid)
                    .hasMessageEndingWith("The gateway rejected the request. The order is paid: do not call again.");
            assertThat(next.get().advice()).isEqualTo("Apply for the product first.");
            GatewayException unknown = next.get();
            assertThat(unknown.advice()).isNull();
            assertThat(unknown).hasMessageEndingWith("The gateway rejected the request.");
        }
    }

    /** The advice of an operation stands alone. An empty cell stands for none. */
    @ParameterizedTest
    @CsvSource({
        "RESOURCE_NOT_EXISTS, , true",
        "NOT_FOUND, This proves nothing: wait., false",
        "NO_AUTH, Apply for the product., false"
    })
    void queryThatFindsNothingSaysWhatThatProves(String code, @Nullable String specified, boolean cautioned) {
        Operation.Builder<Sent, Map<String, String>> query = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.GET, "/v3/pay/1", Read::readFrom)
                .traits(Trait.READ_ONLY);
        if (specified != null) {
            query.error(code, specified);
        }
        gateway.answer(404, "{\"code\":\"" + code + "\"}");

        GatewayException nothing = catchThrowableOfType(
                GatewayException.class, () -> gateway.client().context().call(query.build(), request()));

        String caution =
                "This proves nothing about a request that is still in progress: query again later, or send that"
                        + " request again with the same number.";
        assertThat(nothing.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(nothing.advice()).isEqualTo(cautioned ? caution : specified);
        assertThat(nothing).hasMessageEndingWith("The gateway rejected the query. " + nothing.advice());
    }

    @Test
    void writeThatFindsNothingIsRejected() {
        Operation<Sent, Map<String, String>> close = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay/1/close", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .build();
        gateway.answer(404, "{\"code\":\"ORDER_NOT_EXIST\"}");

        assertThatThrownBy(() -> gateway.client().context().call(close, request()))
                .hasMessageEndingWith("The gateway rejected the request.");
    }

    @ParameterizedTest
    @CsvSource({"NOT_ENOUGH, REJECTED", "PARAM_ERROR, REJECTED", "NEVER_HEARD, UNKNOWN", "SEND_FAILED, UNKNOWN"})
    void codeThatNobodyListsLeavesTransferUnknown(String code, Outcome outcome) {
        Operation<Sent, Map<String, String>> transfer = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/transfer", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .uncertain("SEND_FAILED", Operation.UNLISTED)
                .error("NOT_ENOUGH", "Add money.")
                .build();
        gateway.answer(400, "{\"code\":\"" + code + "\"}");
        try (WxPayClient client = WxPayClient.create(
                V3Gateway.config().transport(() -> gateway).build(),
                GeneratedClient.ofLevel(1)
                        .v3Advice(shared -> shared.equals("PARAM_ERROR") ? "Correct the field." : null)
                        .build())) {
            assertThatThrownBy(() -> client.context().call(transfer, request()))
                    .isInstanceOfSatisfying(
                            GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(outcome));
        }
    }

    @Test
    void messageHasEveryFieldOfTheError() {
        gateway.answer(
                400,
                "{\"code\":\"PARAM_ERROR\",\"message\":\"bad amount\"}",
                headers -> headers.put("Request-ID", List.of("08F7")));

        assertThat(failure(write()))
                .hasMessageContaining("the gateway returned HTTP status 400, code PARAM_ERROR, message bad amount,"
                        + " request id 08F7. ");
    }

    @Test
    void messageShowsTheWholeExplanationOfTheGateway() {
        String explanation = "输入源“/body/scene_info/store_info/out_id”映射到值字段“门店编号”字符串规则校验失败，字节数 40，大于最大值 32";
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"" + explanation + "\"}");

        assertThat(failure(write())).hasMessageContaining(explanation + ". ");
    }

    @Test
    void adviceForRejectedCodesIsWithheldIfTheOutcomeIsUnknown() {
        Operation<Sent, Map<String, String>> pay = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .error("NOT_ENOUGH", "Change the amount.")
                .build();
        gateway.answer(500, "{\"code\":\"NOT_ENOUGH\"}");

        assertThat(failure(pay)).hasMessageEndingWith("or on the merchant platform before calling again.");
    }

    @Test
    void messageOfUnknownOutcomeEndsWithTheAdviceForTheCode() {
        Operation<Sent, Map<String, String>> pay = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .uncertain("BANK_ERROR")
                .error("BANK_ERROR", "Wait ten seconds.")
                .build();
        gateway.answer(400, "{\"code\":\"BANK_ERROR\"}");
        gateway.answer(500, "{\"code\":\"NEVER_HEARD\"}");

        assertThat(failure(pay))
                .hasMessageEndingWith("or on the merchant platform before calling again. Wait ten seconds.");
        assertThat(failure(pay)).hasMessageEndingWith("or on the merchant platform before calling again.");
    }

    @Test
    void messageShowsOrderNumberButNoPerson() {
        gateway.answer(404, "{\"code\":\"ORDER_NOT_EXIST\"}");
        assertThatThrownBy(() -> gateway.client()
                        .context()
                        .at("openid", "oUpF8")
                        .at("out_trade_no", "A 1\n2")
                        .call(
                                Operation.<Sent, Map<String, String>>v3(
                                                HttpMethod.GET,
                                                "/v3/users/{openid}/orders/{out_trade_no}",
                                                Read::readFrom)
                                        .build(),
                                request()))
                .hasMessageStartingWith("/v3/users/{openid}/orders/A 1?2: the gateway returned HTTP status 404");
    }

    /** A class path that does not fit throws errors, and they too must say whether money may have moved. */
    @Test
    void errorBeforeSendingMeansNotSent() {
        NoSuchMethodError error = new NoSuchMethodError("buildAsync");
        for (Transport transport : List.of(throwing(error), failing(error))) {
            WxPayConfig config =
                    V3Gateway.config().v2Key(V3_KEY).transport(() -> transport).build();
            try (WxPayClient client = WxPayClient.create(config)) {
                for (Operation<Sent, Map<String, String>> each : List.of(write(), v2Write())) {
                    TransportException e = catchThrowableOfType(
                            TransportException.class, () -> client.context().call(each, request()));
                    assertNotSent(e, error);
                    assertThatThrownBy(() ->
                                    client.context().callAsync(each, request()).get())
                            .isInstanceOf(ExecutionException.class)
                            .cause()
                            .isInstanceOfSatisfying(TransportException.class, async -> assertNotSent(async, error));
                }
            }
        }
    }

    private static void assertNotSent(TransportException e, Error cause) {
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(e).hasCause(cause).hasMessageContaining("Nothing was sent; it is safe to call again.");
    }

    /** Only a transport that keeps the gate can tell; with another one the outcome stays open. */
    @ParameterizedTest
    @CsvSource({"true, NOT_SENT", "false, UNKNOWN"})
    void lateCallReportsWhetherAnythingWasSent(boolean keepsTheGate, Outcome outcome) {
        Transport silent = transport(request -> {
            if (keepsTheGate) {
                request.gate().watch();
            }
            return new CompletableFuture<>();
        });
        // Long enough for the transport to get the request, on a busy machine too.
        WxPayConfig config = V3Gateway.config()
                .timeout(Duration.ofSeconds(10))
                .transport(() -> silent)
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            TransportException e = catchThrowableOfType(
                    TransportException.class, () -> client.context().call(write(), request()));
            assertThat(e.outcome()).isEqualTo(outcome);
            assertThat(e).hasMessageContaining("within 10000 ms");
        }
    }

    /** The time went by while the request was made: no transport, not even one that ignores the gate, gets it. */
    @Test
    void doesNotSendLateRequest() {
        AtomicInteger sent = new AtomicInteger();
        Transport counting = transport(request -> {
            sent.incrementAndGet();
            return new CompletableFuture<>();
        });
        WxPayConfig config = V3Gateway.config()
                .timeout(Duration.ofMillis(20))
                .transport(() -> counting)
                .build();
        Sent slow = new Sent(out -> {
            long end = System.nanoTime() + Duration.ofMillis(40).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        });
        try (WxPayClient client = WxPayClient.create(config)) {
            TransportException e = catchThrowableOfType(
                    TransportException.class, () -> client.context().call(write(), slow));
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e).hasMessageContaining("could not be sent within 20 ms");
        }
        assertThat(sent).hasValue(0);
    }

    @Test
    void errorOfRequestMeansNotSent() {
        ApiContext context = gateway.client(config -> config.v2Key(V3_KEY)).context();
        for (Operation<Sent, Map<String, String>> each : List.of(write(), v2Write())) {
            assertThatThrownBy(() -> context.call(each, new Sent(out -> {
                        throw new NoSuchMethodError("writeTo");
                    })))
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.NOT_SENT))
                    .hasCauseInstanceOf(NoSuchMethodError.class);
        }
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void errorOfResponseLeavesOutcomeUnknown() {
        Operation<Sent, Map<String, String>> broken = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay", in -> {
                            throw new NoSuchMethodError("readFrom");
                        })
                .traits(Trait.JSON_BODY)
                .build();
        gateway.answer(200, "{\"a\":1}");
        TransportException e = catchThrowableOfType(TransportException.class, () -> call(broken));
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static Transport throwing(Error error) {
        return transport(request -> {
            request.gate().watch();
            throw error;
        });
    }

    private static Transport failing(Error error) {
        return transport(request -> {
            request.gate().watch();
            return CompletableFuture.failedFuture(error);
        });
    }

    private interface Sending {
        CompletableFuture<TransportResponse> send(TransportRequest request);
    }

    private static Transport transport(Sending sending) {
        return new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request) {
                return sending.send(request);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private WxPayConfig.Builder certificatesAlone() {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(TestKeys.rsa().getPrivate()))
                .merchantSerial("0A1B")
                .v3Key(V3_KEY)
                .transport(() -> gateway);
    }

    private Map<String, String> call(Operation<Sent, Map<String, String>> operation) {
        return gateway.client().context().call(operation, request());
    }

    private GatewayException failure(Operation<Sent, Map<String, String>> operation) {
        return catchThrowableOfType(GatewayException.class, () -> call(operation));
    }

    private static Sent request() {
        return new Sent(out -> {});
    }

    private static Operation<Sent, Map<String, String>> read() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, "/v3/order", Read::readFrom)
                .traits(Trait.READ_ONLY)
                .build();
    }

    private static Operation<Sent, Map<String, String>> write() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.POST, "/v3/pay", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .uncertain("BANK_ERROR")
                .build();
    }

    private static Operation<Sent, Map<String, String>> v2Write() {
        return Operation.<Sent, Map<String, String>>v2(HttpMethod.POST, "/v2/pay", "/pay", Read::readFrom)
                .build();
    }
}

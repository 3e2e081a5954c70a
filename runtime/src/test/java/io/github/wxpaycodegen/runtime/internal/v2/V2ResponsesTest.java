package io.github.wxpaycodegen.runtime.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.GeneratedClient;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.RecordingTransport;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trusted responses, and the meaning of the others. */
class V2ResponsesTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";
    private static final V2Signer SIGNER = new V2Signer(KEY);

    @Test
    void readsSignedSuccess() {
        assertThat(call(xml(fields("order_id", "1", "new_field", "2")), op -> {}))
                .containsEntry("order_id", "1")
                .containsEntry("new_field", "2");
    }

    @Test
    void rejectsUnsignedSuccess() {
        Map<String, String> fields = fields("order_id", "1");
        fields.remove("sign");
        refused(xml(fields), "the response is not signed");
        fields.put("sign", "");
        refused(xml(fields), "the response is not signed with HMAC-SHA256");
    }

    @Test
    void rejectsWrongSignature() {
        Map<String, String> lower = fields("order_id", "1");
        lower.computeIfPresent("sign", (name, sign) -> sign.toLowerCase(Locale.ROOT));
        refused(xml(lower), "");
        Map<String, String> other = fields("order_id", "1");
        other.put("sign", SIGNER.sign(other, SignType.MD5));
        refused(xml(other), "the response is not signed with HMAC-SHA256, as the request was");
        Map<String, String> changed = fields("order_id", "1");
        changed.put("order_id", "2");
        refused(xml(changed), "the signature of the response is wrong");
        Map<String, String> added = fields("order_id", "1");
        added.put("unknown", "2");
        refused(xml(added), "the signature of the response is wrong");
    }

    @Test
    void signedBusinessErrorIsARejection() {
        error(xml(fields("result_code", "FAIL", "err_code", "NOTENOUGH", "err_code_des", "余额不足")), op -> {}, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(e.errorCode()).isEqualTo("NOTENOUGH");
            assertThat(e.errorMessage()).isEqualTo("余额不足");
            assertThat(e.resultCode()).isEqualTo("FAIL");
        });
        error(xml(fields("result_code", "FAIL", "error_code", "A", "error_code_des", "B")), op -> {}, e -> {
            assertThat(e.errorCode()).isEqualTo("A");
            assertThat(e.errorMessage()).isEqualTo("B");
        });
    }

    @Test
    void codeThatNobodyListsLeavesTransferUnknown() {
        for (String code : new String[] {"NOTENOUGH", "NEVER_HEARD"}) {
            byte[] failure = xml(fields("result_code", "FAIL", "err_code", code));
            error(failure, op -> op.uncertain(Operation.UNLISTED).error("NOTENOUGH", "Add money."), e -> assertThat(
                            e.outcome())
                    .isEqualTo(code.equals("NOTENOUGH") ? Outcome.REJECTED : Outcome.UNKNOWN));
        }
    }

    @Test
    void adviceDependsOnTheCode() {
        Consumer<Operation.Builder<Sent, Map<String, String>>> pay =
                op -> op.error("ORDERPAID", "The order is paid: do not call again.");
        GatewayException paid = failureWithAdvice("ORDERPAID", pay);
        assertThat(paid.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(paid.advice()).isEqualTo("The order is paid: do not call again.");
        assertThat(paid)
                .hasMessageEndingWith("The gateway rejected the request. The order is paid: do not call again.");
        GatewayException listed = failureWithAdvice("NOAUTH", pay);
        assertThat(listed.advice()).isEqualTo("Of v2: NOAUTH.");
        assertThat(listed).hasMessageEndingWith("The gateway rejected the request. Of v2: NOAUTH.");
        GatewayException unknown = failureWithAdvice("NEVER_HEARD", pay);
        assertThat(unknown.advice()).isNull();
        assertThat(unknown).hasMessageEndingWith("The gateway rejected the request.");
    }

    /** A query that failed has changed nothing, so the message has no other advice than that for the code. */
    @Test
    void queryThatFailsHasTheAdviceForTheCode() {
        GatewayException e = failureWithAdvice("SYSTEMERROR", op -> op.traits(Trait.READ_ONLY));
        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(e.advice()).isEqualTo("Of v2: SYSTEMERROR.");
        assertThat(e).hasMessageEndingWith("The gateway rejected the query. Of v2: SYSTEMERROR.");
    }

    @Test
    void queryThatFindsNothingSaysWhatThatProves() {
        GatewayException e = failureWithAdvice("ORDERNOTEXIST", op -> op.traits(Trait.READ_ONLY));
        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(e.advice())
                .isEqualTo("Of v2: ORDERNOTEXIST. This proves nothing about a request that is still in progress: query"
                        + " again later, or send that request again with the same number.");
        assertThat(e).hasMessageEndingWith("The gateway rejected the query. " + e.advice());
    }

    @Test
    void unknownOutcomeEndsWithTheAdviceForTheCode() {
        GatewayException e = failureWithAdvice("SYSTEMERROR", op -> op.uncertain("SYSTEMERROR"));
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(e).hasMessageEndingWith("or on the merchant platform before calling again. Of v2: SYSTEMERROR.");
    }

    /** Calls with catalogues of v2 and v3, of which only that of v2 has advice for these codes of v2. */
    private static GatewayException failureWithAdvice(
            String code, Consumer<Operation.Builder<Sent, Map<String, String>>> describe) {
        RecordingTransport transport =
                new RecordingTransport(200, "text/xml", xml(fields("result_code", "FAIL", "err_code", code)));
        try (WxPayClient client = WxPayClient.create(
                WxPayConfig.builder().v2Key(KEY).transport(() -> transport).build(),
                GeneratedClient.ofLevel(1)
                        .v2Advice(shared -> List.of("NOAUTH", "ORDERNOTEXIST", "ORDERPAID", "SYSTEMERROR")
                                        .contains(shared)
                                ? "Of v2: " + shared + "."
                                : null)
                        .v3Advice(shared -> "Of v3.")
                        .build())) {
            return catchThrowableOfType(GatewayException.class, () -> client.context()
                    .call(operation(describe), new Sent(V2ResponsesTest::request)));
        }
    }

    /** A request that was read from JSON was not checked when it was built. */
    @Test
    void sendsNothingThatXmlCannotHold() {
        RecordingTransport transport = new RecordingTransport(200, "text/xml", xml(fields()));

        assertThatThrownBy(() -> client(transport)
                        .context()
                        .call(operation(op -> {}), new Sent(out -> out.string("body", "a\u0000b"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("body");
    }

    /** No signature covers the status, which a proxy can change. */
    @ParameterizedTest
    @ValueSource(ints = {300, 302, 404})
    void signedSuccessWithErrorStatusLeavesOutcomeUnknown(int status) {
        byte[] success = xml(fields("result_code", "SUCCESS", "order_id", "1"));
        RecordingTransport transport = new RecordingTransport(status, "text/xml", success);

        assertThatThrownBy(
                        () -> client(transport).context().call(operation(op -> {}), new Sent(V2ResponsesTest::request)))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void signedResultThatIsNewLeavesOutcomeUnknown() {
        error(xml(fields("result_code", "PROCESSING")), op -> {}, e -> assertThat(e.outcome())
                .isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void rejectsUnsignedBusinessError() {
        Map<String, String> fields = fields("result_code", "FAIL", "err_code", "A");
        fields.remove("sign");
        refused(xml(fields), "the response is not signed");
    }

    @Test
    void unsignedFailureLeavesWriteUnknown() {
        byte[] failure = xml(Map.of("return_code", "FAIL", "return_msg", "签名错误"));
        error(failure, op -> {}, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e.returnMsg()).isEqualTo("签名错误");
            assertThat(e).hasMessageContaining("before calling again");
        });
        error(failure, b -> b.traits(Trait.READ_ONLY), e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(e).hasMessageContaining("see return_msg");
        });
    }

    @Test
    void rejectsWronglySignedFailure() {
        Map<String, String> failure = new LinkedHashMap<>(Map.of("return_code", "FAIL", "return_msg", "no"));
        failure.put("sign", SIGNER.sign(failure, SignType.HMAC_SHA256));
        error(xml(failure), op -> {}, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
        failure.put("return_msg", "yes");
        refused(xml(failure), "the signature of the response is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/json", "application/octet-stream", ""})
    void verifiesWhateverTheContentType(String contentType) {
        Map<String, String> unsigned = fields("order_id", "1");
        unsigned.remove("sign");
        RecordingTransport transport = new RecordingTransport(200, contentType, xml(unsigned));
        assertThatThrownBy(
                        () -> client(transport).context().call(operation(op -> {}), new Sent(V2ResponsesTest::request)))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("the response is not signed");
    }

    @Test
    void requestIsXmlInUtf8() {
        RecordingTransport transport = new RecordingTransport(200, "text/xml", xml(fields("order_id", "1")));
        client(transport).context().call(operation(op -> {}), new Sent(V2ResponsesTest::request));
        assertThat(transport.sent().headers())
                .containsEntry("Content-Type", "text/xml; charset=utf-8")
                .containsEntry("Accept", "text/xml");
    }

    /** The gateway counts an element that is empty as absent, and so must both signatures. */
    @Test
    void emptyFieldIsNotSigned() throws Exception {
        Map<String, String> answer = fields("order_id", "1");
        answer.put("attach", "");
        RecordingTransport transport = new RecordingTransport(200, "text/xml", xml(answer));
        client(transport).context().call(operation(op -> {}), new Sent(out -> {
            request(out);
            out.string("attach", "");
            out.string("zero", "0");
            out.string("space", " ");
        }));
        Map<String, String> sent =
                new LinkedHashMap<>(V2Xml.read(transport.sent().body()));
        assertThat(sent).containsEntry("zero", "0").containsEntry("space", " ");
        String sign = sent.remove("sign");
        sent.remove("attach");
        assertThat(sign).isEqualTo(SIGNER.sign(sent, SignType.HMAC_SHA256));
    }

    @Test
    void uncertainCodeLeavesOutcomeUnknown() {
        byte[] answer = xml(fields("result_code", "FAIL", "err_code", "SYSTEMERROR"));
        error(answer, op -> op.uncertain("SYSTEMERROR").settledBy("/v2/query"), e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining("call /v2/query to find out");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>502 Bad Gateway</body></html>",
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><return_code>&a;</return_code></xml>",
                "<xml><return_code>SUCCESS</return_code><return_code>FAIL</return_code></xml>",
                "<xml><order_id>1</order_id></xml>",
            })
    void rejectsForeignDocuments(String body) {
        refused(body.getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void rejectsOtherCharset() {
        refused(
                "<xml><return_code>FAIL</return_code><return_msg>签名</return_msg></xml>"
                        .getBytes(Charset.forName("GBK")),
                "the body is not UTF-8");
    }

    @Test
    void serverErrorLeavesOutcomeUnknown() {
        RecordingTransport transport =
                new RecordingTransport(503, "text/xml", xml(fields("result_code", "FAIL", "err_code", "A")));
        assertThatThrownBy(
                        () -> client(transport).context().call(operation(op -> {}), new Sent(V2ResponsesTest::request)))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void redirectIsNotFollowed() {
        RecordingTransport transport = new RecordingTransport(302, "text/html", new byte[0]);
        assertThatThrownBy(
                        () -> client(transport).context().call(operation(op -> {}), new Sent(V2ResponsesTest::request)))
                .isInstanceOf(InvalidResponseException.class);
        transport.sent();
    }

    @Test
    void acceptsUnsignedResponseIfSpecAllows() {
        assertThat(call(xml(Map.of("return_code", "SUCCESS", "a", "b")), b -> b.traits(Trait.UNSIGNED_RESPONSE)))
                .containsEntry("a", "b");
        Map<String, String> wrong = fields("a", "b");
        wrong.put("a", "c");
        assertThatThrownBy(() -> call(xml(wrong), b -> b.traits(Trait.UNSIGNED_RESPONSE)))
                .as("a signature that is there is verified")
                .isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void tooLargeResponseLeavesOutcomeUnknown() {
        CompletableFuture<TransportResponse> answer = CompletableFuture.failedFuture(new ResponseTooLargeException(10));
        assertThatThrownBy(() -> client(new Pending(answer))
                        .context()
                        .call(operation(op -> {}), new Sent(V2ResponsesTest::request)))
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("the response has more than 10 bytes, which maxResponseBytes sets");
    }

    @Test
    void cancelingReachesTheTransport() {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        CompletableFuture<?> call = client(new Pending(answer))
                .context()
                .callAsync(operation(op -> {}), new Sent(V2ResponsesTest::request));
        call.cancel(true);
        assertThat(answer).isCancelled();
    }

    @Test
    void endsAtTheDeadline() {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        // Long enough for the request to leave, on a busy machine too.
        ApiContext context = client(new Pending(answer)).context().with(o -> o.timeout(Duration.ofSeconds(10)));
        assertThatThrownBy(() -> context.call(operation(op -> {}), new Sent(V2ResponsesTest::request)))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("no complete response within 10000 ms");
        assertThat(answer).isCancelled();
    }

    @Test
    void interruptEndsTheWaitAndIsKept() throws Exception {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            try {
                client(new Pending(answer)).context().call(operation(op -> {}), new Sent(V2ResponsesTest::request));
            } catch (RuntimeException e) {
                thrown.set(e);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        caller.join();
        assertThat(thrown.get()).isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.outcome())
                .isEqualTo(Outcome.UNKNOWN));
        assertThat(interrupted.get()).isTrue();
        assertThat(answer).isCancelled();
    }

    @Test
    void sendsNothingWithoutRequiredCertificate() {
        WxPayConfig config = WxPayConfig.builder().v2Key(KEY).build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThatThrownBy(() -> client.context()
                            .call(
                                    operation(b -> b.traits(Trait.CLIENT_CERTIFICATE)),
                                    new Sent(V2ResponsesTest::request)))
                    .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.NOT_SENT))
                    .hasMessageContaining("WxPayConfig.builder().clientCertificate(Path.of(\"apiclient_cert.p12\"))");
        }
    }

    private static void refused(byte[] body, String why) {
        assertThatThrownBy(() -> call(body, op -> {})).isInstanceOfSatisfying(InvalidResponseException.class, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining(why).hasMessageContaining("HTTP status 200");
        });
    }

    private static void error(
            byte[] body,
            Consumer<Operation.Builder<Sent, Map<String, String>>> describe,
            Consumer<GatewayException> expected) {
        assertThatThrownBy(() -> call(body, describe)).isInstanceOfSatisfying(GatewayException.class, expected);
    }

    private static Map<String, String> call(
            byte[] body, Consumer<Operation.Builder<Sent, Map<String, String>>> describe) {
        return client(new RecordingTransport(200, "text/xml", body))
                .context()
                .call(operation(describe), new Sent(V2ResponsesTest::request));
    }

    private static void request(FieldWriter out) {
        out.string("sign_type", "HMAC-SHA256");
    }

    private static Operation<Sent, Map<String, String>> operation(
            Consumer<Operation.Builder<Sent, Map<String, String>>> describe) {
        Operation.Builder<Sent, Map<String, String>> operation =
                Operation.v2(HttpMethod.POST, "/v2/a", "/a", Read::readFrom);
        describe.accept(operation);
        return operation.build();
    }

    private static WxPayClient client(Transport transport) {
        return WxPayClient.create(
                WxPayConfig.builder().v2Key(KEY).transport(() -> transport).build());
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        fields.put("result_code", "SUCCESS");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.put("sign", SIGNER.sign(fields, SignType.HMAC_SHA256));
        return fields;
    }

    private static byte[] xml(Map<String, String> fields) {
        return V2Xml.write(fields);
    }

    /** Answers what a test completes. */
    private record Pending(CompletableFuture<TransportResponse> answer) implements Transport {
        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            return answer;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}

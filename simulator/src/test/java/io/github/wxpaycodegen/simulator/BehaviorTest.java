package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each behavior of the gateway as a client sees it. */
class BehaviorTest {
    private static final String CANCEL = "/wxv/cancelbill";

    private final Simulator simulator = Simulators.bundled();
    private final Client client = Client.withCertificate(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void usesBehaviorsInOrder() throws Exception {
        simulator.next(CANCEL, Behavior.businessError("A", "a"));
        simulator.next(CANCEL, Behavior.businessError("B", "b"));

        assertThat(cancel()).containsEntry("err_code", "A");
        assertThat(cancel()).containsEntry("err_code", "B");
        assertThat(cancel()).containsEntry("result_code", "SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/wxv/cancelbill, ; use /wxv/cancelbill",
        "/wxv/canceldbil, ; use /wxv/cancelbill",
        "/v3/pay/transaction/native, ; use /v3/pay/transactions/native",
        "/nothing/of/the/kind/at/all, ''"
    })
    void suggestsThePathThatWasMeant(String path, String suggestion) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, Behavior.badGateway()))
                .withMessage("no spec describes the path " + path + " on the wire" + suggestion);
    }

    @Test
    void signsBusinessError() throws Exception {
        simulator.next(CANCEL, Behavior.businessError("ORDER_CLOSED", "订单已关闭"));

        Map<String, String> answer = cancel();

        assertThat(answer)
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("result_code", "FAIL")
                .containsEntry("err_code", "ORDER_CLOSED")
                .containsEntry("err_code_des", "订单已关闭")
                .containsEntry("mch_id", Client.MCHID);
        assertRightlySigned(answer, "HMAC-SHA256");
    }

    @Test
    void prefersRefusalToBusinessError() throws Exception {
        simulator.next(CANCEL, Behavior.businessError("ORDER_CLOSED", "订单已关闭"));

        Map<String, String> answer = Client.read(client.post(CANCEL, Client.xml(Client.cancelbill())));

        assertThat(answer).containsEntry("return_msg", "签名错误").doesNotContainKey("err_code");
    }

    @Test
    void sendsFixedResponseUnchanged() throws Exception {
        simulator.next(CANCEL, Behavior.respond(418, "text/plain", "tea".getBytes(StandardCharsets.UTF_8)));

        HttpResponse<String> response = client.post(CANCEL, Client.cancelbill());

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(response.body()).isEqualTo("tea");
    }

    @Test
    void respondsWithHtmlAsBadGateway() throws Exception {
        simulator.next(CANCEL, Behavior.badGateway());

        HttpResponse<String> response = client.post(CANCEL, Client.cancelbill());

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).startsWith("<html>").contains("502 Bad Gateway");
    }

    @Test
    void badSignatureIsWellFormedButWrong() throws Exception {
        simulator.next(CANCEL, Behavior.badSignature());

        Map<String, String> answer = cancel();

        assertThat(answer.get("sign"))
                .matches("[0-9A-F]{64}")
                .isNotEqualTo(Client.sign(answer, "HMAC-SHA256", Client.KEY));
    }

    @Test
    void changesTamperedFieldAfterSigning() throws Exception {
        simulator.next(CANCEL, Behavior.tampered("order_id", "another"));

        Map<String, String> answer = cancel();
        assertThat(answer).containsEntry("order_id", "another");
        answer.put("order_id", "3008450740201411110007820472");
        assertRightlySigned(answer, "HMAC-SHA256");
    }

    @Test
    void omitsMissingSignature() throws Exception {
        simulator.next(CANCEL, Behavior.missingSignature());

        assertThat(cancel()).containsEntry("result_code", "SUCCESS").doesNotContainKey("sign");
    }

    @Test
    void signsCorrectlyWithOtherAlgorithm() throws Exception {
        simulator.next(CANCEL, Behavior.otherAlgorithm());

        assertRightlySigned(cancel(), "MD5");
    }

    @Test
    void signsUnknownFieldsAndValues() throws Exception {
        simulator.next(CANCEL, Behavior.unknownField("brand_new", "值"));
        simulator.next(CANCEL, Behavior.unknownEnumValue("result_code", "PENDING"));

        Map<String, String> field = cancel();
        Map<String, String> value = cancel();

        assertThat(field).containsEntry("brand_new", "值");
        assertRightlySigned(field, "HMAC-SHA256");
        assertThat(value).containsEntry("result_code", "PENDING");
        assertRightlySigned(value, "HMAC-SHA256");
    }

    /** The only response of v2 in JSON; nothing signs it. */
    @ParameterizedTest
    @MethodSource
    void setsFieldOfJsonResponse(Behavior behavior) throws Exception {
        simulator.next("/appauth/getaccesstoken", behavior);
        Map<String, String> query = Client.signed(Client.fields(
                "mch_id", Client.MCHID,
                "appid", "wxcbda96de0b165486",
                "openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
                "code", "AUTHCODE0123456789",
                "grant_type", "authorization_code",
                "scope", "pay_identity",
                "sign_type", "HMAC-SHA256",
                "nonce_str", "ibuaiVcKdpRxkhJA"));

        HttpResponse<String> response = client.send(client.request("/appauth/getaccesstoken?"
                        + query.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")))
                .GET());

        assertThat(response.body()).contains("\"retmsg\":\"again\"", "\"retcode\":0");
    }

    static Stream<Behavior> setsFieldOfJsonResponse() {
        return Stream.of(Behavior.with("retmsg", "again"), Behavior.tampered("retmsg", "again"));
    }

    @Test
    void oversizedResponseIsOtherwiseValid() throws Exception {
        simulator.next(CANCEL, Behavior.oversized(3_000_000));

        HttpResponse<String> response = client.post(CANCEL, Client.cancelbill());

        assertThat(response.body()).hasSizeGreaterThan(3_000_000);
        assertRightlySigned(Client.read(response), "HMAC-SHA256");
    }

    @Test
    void delaysResponse() throws Exception {
        simulator.next(CANCEL, Behavior.delay(Duration.ofMillis(300)));

        long start = System.nanoTime();
        Map<String, String> answer = cancel();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(answer).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void closesWithoutWaitingForDelay() throws Exception {
        simulator.next(CANCEL, Behavior.delay(Duration.ofHours(1)));

        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
            try {
                cancel();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        assertThat(simulator.awaitCall(CANCEL, Duration.ofMinutes(5))).isPresent();
        simulator.close();

        assertThat(call)
                .failsWithin(Duration.ofMinutes(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void sendsDrippingBodyCompletely() throws Exception {
        simulator.next(CANCEL, Behavior.drip(Duration.ofMillis(1)));

        long start = System.nanoTime();
        HttpResponse<String> response = client.post(CANCEL, Client.cancelbill());

        assertRightlySigned(Client.read(response), "HMAC-SHA256");
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
                .isGreaterThanOrEqualTo(response.body().length());
    }

    @Test
    void endsTruncatedResponseBeforeItsLength() {
        simulator.next(CANCEL, Behavior.truncated());

        assertThatIOException().isThrownBy(this::cancel).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void dropsConnectionDuringRequest() {
        simulator.next(CANCEL, Behavior.dropDuringRequest());

        assertThatIOException().isThrownBy(this::cancel).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void dropsConnectionAfterRequest() {
        simulator.next(CANCEL, Behavior.dropAfterRequest());

        assertThatIOException().isThrownBy(this::cancel).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void dropsConnectionBeforeRequest() throws Exception {
        simulator.dropNextConnection();

        assertThatIOException().isThrownBy(this::connect);
        connect();
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void clientRejectsCertificateOfAnotherHost() {
        try (Simulator another = Simulators.bundledBuilder()
                .certificateHosts("api.mch.weixin.qq.com")
                .start()) {
            assertThatIOException()
                    .isThrownBy(() -> Client.withCertificate(another).post(CANCEL, Client.cancelbill()))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(another.calls()).isEmpty();
        }
    }

    private Map<String, String> cancel() throws Exception {
        return Client.read(client.post(CANCEL, Client.cancelbill()));
    }

    /** Connects by a plain socket: the JDK's HTTP client may connect a second time when the first attempt fails. */
    private void connect() throws IOException {
        try (SSLSocket socket = (SSLSocket) Client.tls(simulator, false)
                .getSocketFactory()
                .createSocket("127.0.0.1", simulator.baseUri().getPort())) {
            socket.setSoTimeout(300_000);
            socket.startHandshake();
        }
    }

    private static void assertRightlySigned(Map<String, String> answer, String signType) {
        assertThat(answer.get("sign")).isEqualTo(Client.sign(answer, signType, Client.KEY));
    }
}

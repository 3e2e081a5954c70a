package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Authentication of requests, and errors about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V3AuthorizationCheckTest {
    private static final String TARGET = "/v3/play/orders?mchid=%310000100&begin=a%20b";

    private final Simulator simulator = Simulators.play();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void acceptsSignedRequest() throws Exception {
        HttpResponse<byte[]> answer = client.get(TARGET).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(V3Client.header(answer, "Request-ID")).isNotEmpty();
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("no header", "Authorization", request -> request.header("Authorization", "")),
                mistake("another scheme", "Authorization", request -> request.scheme("WECHATPAY2-SM2-WITH-SM3")),
                mistake(
                        "the brand's scheme",
                        "Authorization",
                        request -> request.scheme("WECHATPAY-BRAND-SHA256-RSA2048")),
                mistake("no merchant", "Authorization", request -> request.withoutAuthorization("mchid")),
                mistake("no serial", "Authorization", request -> request.withoutAuthorization("serial_no")),
                mistake("no nonce", "Authorization", request -> request.withoutAuthorization("nonce_str")),
                mistake("no timestamp", "Authorization", request -> request.withoutAuthorization("timestamp")),
                mistake("one value more", "Authorization", request -> request.authorization("appid", "1")),
                mistake("a value twice", "Authorization", request -> request.authorization("mchid", "1\",mchid=\"1")),
                mistake("another merchant", "mchid", request -> request.authorization("mchid", "1900000001")),
                mistake("another serial", "serial_no", request -> request.authorization("serial_no", "0AFF")),
                mistake("a fraction of seconds", "timestamp", request -> request.authorization("timestamp", "1.5")),
                mistake("a nonce too long", "nonce_str", request -> request.authorization("nonce_str", "n".repeat(33))),
                mistake("an empty nonce", "nonce_str", request -> request.authorization("nonce_str", "")),
                mistake("no signature at all", "signature", request -> request.authorization("signature", "")),
                mistake("no base64", "signature", request -> request.authorization("signature", "%%")),
                mistake("another text", "signature", request -> request.signedBody("x")));
    }

    private static Arguments mistake(String name, String field, Consumer<V3Client.Request> spoil) {
        return Arguments.of(name, field, spoil);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void rejectsMistakes(String name, String field, Consumer<V3Client.Request> spoil) throws Exception {
        V3Client.Request request = client.get(TARGET);
        spoil.accept(request);

        HttpResponse<byte[]> answer = request.send();

        assertThat(answer.statusCode()).isEqualTo(401);
        JsonNode error = V3Client.json(answer);
        assertThat(error.get("code").asString()).isEqualTo("SIGN_ERROR");
        assertThat(error.get("message").asString()).isNotEmpty();
        assertThat(error.at("/detail/field").asString()).isEqualTo(field);
        assertThat(error.at("/detail/location").asString()).isEqualTo("authorization");
    }

    @Test
    void reportsExpectedTextOfWrongSignature() throws Exception {
        JsonNode error = client.post("/v3/play/orders", "{}")
                .signedBody("{ }")
                .authorization("nonce_str", "N")
                .authorization("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .read();

        JsonNode information = error.at("/detail/sign_information");
        assertThat(information.get("method").asString()).isEqualTo("POST");
        assertThat(information.get("url").asString()).isEqualTo("/v3/play/orders");
        assertThat(information.get("truncated_sign_message").asString())
                .matches("POST\n/v3/play/orders\n[0-9]{10}\nN\n");
        assertThat(information.get("sign_message_length").asInt())
                .isEqualTo("POST\n/v3/play/orders\n1234567890\nN\n{}\n".length());
    }

    @Test
    void verifiesSignatureOfRawTarget() throws Exception {
        assertThat(client.get("/v3/play/orders?mchid=10000100&begin=a+b").send().statusCode())
                .isEqualTo(200);
        String now = Long.toString(Instant.now().getEpochSecond());
        String decoded = "GET\n/v3/play/orders?mchid=10000100&begin=a b\n" + now + "\nM\n\n";
        assertThat(client.get(TARGET)
                        .authorization("nonce_str", "M")
                        .authorization("timestamp", now)
                        .authorization("signature", client.sign(decoded.getBytes(StandardCharsets.UTF_8)))
                        .read()
                        .at("/detail/field")
                        .asString())
                .isEqualTo("signature");
    }

    @ParameterizedTest
    @CsvSource({"-300, 200", "300, 200", "-301, 401", "301, 401"})
    void acceptsClockWithinFiveMinutes(int seconds, int status) throws Exception {
        Instant now = Instant.parse("2026-03-04T05:06:07Z");
        try (Simulator fixed =
                Simulators.playBuilder().clock(Clock.fixed(now, ZoneOffset.UTC)).start()) {
            HttpResponse<byte[]> answer = new V3Client(fixed)
                    .get(TARGET)
                    .authorization("timestamp", Long.toString(now.getEpochSecond() + seconds))
                    .send();

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(V3Client.header(answer, "Wechatpay-Timestamp")).isEqualTo("1772600767");
        }
    }

    @Test
    void rejectsUsedNonce() throws Exception {
        assertThat(client.get(TARGET).authorization("nonce_str", "once").send().statusCode())
                .isEqualTo(200);
        assertThat(client.get(TARGET)
                        .authorization("nonce_str", "once")
                        .read()
                        .at("/detail/field")
                        .asString())
                .isEqualTo("nonce_str");
    }

    @Test
    void keepsNonceOfUnauthenticatedRequest() throws Exception {
        assertThat(client.get(TARGET)
                        .authorization("nonce_str", "mine")
                        .authorization("signature", "AAAA")
                        .send()
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.get(TARGET).authorization("nonce_str", "mine").send().statusCode())
                .isEqualTo(200);
    }

    @Test
    void acceptsValuesInAnyOrder() throws Exception {
        assertThat(client.get(TARGET)
                        .withoutAuthorization("mchid")
                        .authorization("mchid", Client.MCHID)
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, , 400",
        "Accept, text/html, 406",
        "Accept, '*/*', 200",
        "Accept, 'text/html, application/json;q=0.5', 200",
        "Content-Type, text/plain, 415",
        "Content-Type, application/json; charset=gbk, 415",
        "Content-Type, application/json; charset=utf-8, 200",
        "Content-Type, , 415",
    })
    void requiresContentTypeAndAccept(String header, String value, int status) throws Exception {
        V3Client.Request request = client.post("/v3/play/orders", V3BodyRulesTest.right());
        request.withoutHeader(header);
        if (value != null) {
            request.header(header, value);
        }

        HttpResponse<byte[]> answer = request.send();

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status != 200) {
            assertThat(V3Client.json(answer).get("code").asString()).isEqualTo("PARAM_ERROR");
        }
    }

    @Test
    void rejectsRequestWithoutUserAgent() throws Exception {
        assertThat(client.get(TARGET)
                        .header("User-Agent", "")
                        .read()
                        .get("message")
                        .asString())
                .isEqualTo("Http头缺少Accept或User-Agent");
    }
}

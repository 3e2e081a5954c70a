package io.github.wxpaycodegen.runtime.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.RecordingTransport;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** Parts of a v2 response beside its fields, and fields that are encrypted. */
class V2ResponseReaderTest {
    private static final byte[] BILL = "\ufeff交易时间\n`2026-01-01".getBytes(StandardCharsets.UTF_8);
    private static final Operation<Sent, Map<String, String>> TOKEN = Operation.<Sent, Map<String, String>>v2Json(
                    HttpMethod.GET, "/v2/token", "/token", Read::readFrom)
            .traits(Trait.UNSIGNED_RESPONSE)
            .build();
    private static final Operation<Sent, DownloadedFile> FILE = Operation.<Sent>v2File(
                    HttpMethod.POST, "/v2/bill", "/bill")
            .traits(Trait.UNSIGNED_RESPONSE)
            .traits(Trait.READ_ONLY)
            .build();

    @Test
    void decryptsFieldsWithTheMerchantsKey() throws Exception {
        KeyPair keys = TestKeys.rsa();
        Operation<Sent, String> name = Operation.<Sent, String>v2Json(
                        HttpMethod.GET, "/v2/name", "/name", V2ResponseReaderTest::name)
                .traits(Trait.UNSIGNED_RESPONSE)
                .build();
        String body = "{\"name\":\"" + encrypt(keys, "张三") + "\"}";
        try (WxPayClient client = WxPayClient.create(WxPayConfig.builder()
                .v2Key("192006250b4c09247ec02edce69f6a2d")
                .merchantPrivateKeyPem(TestKeys.pem(keys.getPrivate()))
                .transport(() -> RecordingTransport.answering(body))
                .build())) {
            assertThat(client.context().call(name, new Sent(out -> {}))).isEqualTo("张三");
        }
    }

    @Test
    void statusFrom300OnIsAnError() {
        for (int status : new int[] {300, 304, 404}) {
            assertThatThrownBy(() -> call(FILE, status, Map.of(), BILL))
                    .isInstanceOf(InvalidResponseException.class)
                    .hasMessageContaining("neither a file nor an error");
            assertThatThrownBy(() -> call(TOKEN, status, Map.of(), json("{\"retcode\":0}")))
                    .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.httpStatus())
                            .isEqualTo(status));
        }
        assertThat(call(FILE, 299, Map.of(), BILL).content()).isEqualTo(BILL);
        assertThat(call(TOKEN, 299, Map.of(), json("{\"retcode\":0,\"a\":\"b\"}")))
                .containsEntry("a", "b");
    }

    @Test
    void fileHasTheMediaTypeOfItsResponse() {
        assertThat(call(FILE, 200, Map.of("Content-Type", List.of("text/csv")), BILL)
                        .mediaType())
                .isEqualTo("text/csv");
        assertThat(call(FILE, 200, Map.of("Content-Type", List.of()), BILL).mediaType())
                .isNull();
        assertThat(call(FILE, 200, Map.of(), BILL).mediaType()).isNull();
    }

    @Test
    void exceptionsNameTheRequest() {
        Map<String, List<String>> named = Map.of("Request-ID", List.of("08F7"));

        assertThatThrownBy(() -> call(TOKEN, 200, named, json("{\"retcode\":1}")))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.requestId()).isEqualTo("08F7"))
                .hasMessageContaining("request id 08F7");
        assertThatThrownBy(() -> call(TOKEN, 200, named, json("[]")))
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> assertThat(e.requestId())
                        .isEqualTo("08F7"));
        assertThatThrownBy(() -> call(TOKEN, 200, Map.of("Request-ID", List.of()), json("{\"retcode\":1}")))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.requestId()).isNull());
    }

    @Test
    void messageHasEveryFieldOfTheError() {
        byte[] failure = ("<xml><return_code>SUCCESS</return_code><return_msg>OK</return_msg>"
                        + "<result_code>FAIL</result_code><err_code>NOTENOUGH</err_code>"
                        + "<err_code_des>余额不足</err_code_des></xml>")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> call(FILE, 200, Map.of("Request-ID", List.of("08F7")), failure))
                .hasMessageContaining(": the gateway returned return_code SUCCESS, return_msg OK, result_code FAIL,"
                        + " err_code NOTENOUGH, err_code_des 余额不足, HTTP status 200, request id 08F7. ");
    }

    @Test
    void serverErrorLeavesOutcomeUnknownEvenOfAQuery() {
        byte[] failure = "<xml><return_code>FAIL</return_code></xml>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> call(FILE, 499, Map.of(), failure))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
        assertThatThrownBy(() -> call(FILE, 500, Map.of(), failure))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void exceptionHasBothCodesOfTheProtocol() {
        byte[] failure = "<xml><return_code>FAIL</return_code><result_code>FAIL</result_code></xml>"
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> call(FILE, 200, Map.of(), failure))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.returnCode()).isEqualTo("FAIL");
                    assertThat(e.resultCode()).isEqualTo("FAIL");
                });
    }

    @Test
    void clientWithoutCatalogAdvisesToQuery() {
        assertThatThrownBy(() -> call(TOKEN, 200, Map.of(), json("{\"retcode\":1}")))
                .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.advice())
                        .startsWith(
                                "The response is not signed, so it proves no rejection. It may have taken effect,"));
    }

    private static <R> R call(
            Operation<Sent, R> operation, int status, Map<String, List<String>> headers, byte[] body) {
        Transport transport = new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request) {
                return CompletableFuture.completedFuture(new TransportResponse(status, headers, body));
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        try (WxPayClient client = WxPayClient.create(WxPayConfig.builder()
                .v2Key("192006250b4c09247ec02edce69f6a2d")
                .transport(() -> transport)
                .build())) {
            return client.context().call(operation, new Sent(out -> {}));
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String name(FieldReader in) {
        return in.names().isEmpty() ? "none" : in.encrypted().string(in.names().get(0));
    }

    private static String encrypt(KeyPair keys, String text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, keys.getPublic());
        return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}

package io.github.wxpaycodegen.runtime.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.ApiContext;
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
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V3CallTest {
    private final V3Gateway gateway = new V3Gateway();

    @Test
    void getSignsPathWithQuery() {
        gateway.answer(200, "{\"trade_state\":\"SUCCESS\",\"new_field\":1}");
        Operation<Sent, Map<String, String>> query = get("/v3/pay/transactions/id/{transaction_id}");

        Map<String, String> read = gateway.client()
                .context()
                .at("transaction_id", "42/00")
                .call(
                        query,
                        new Sent(out -> out.query().filled(Fill.MCHID, true).string("mchid", null)));

        TransportRequest sent = gateway.only();
        assertThat(sent.uri().toString())
                .isEqualTo("https://api.mch.weixin.qq.com/v3/pay/transactions/id/42%2F00?mchid=1900000001");
        assertThat(sent.body()).isEmpty();
        assertThat(sent.headers()).containsKey("Accept").doesNotContainKey("Content-Type");
        assertThat(gateway.authorizes(sent, "")).isTrue();
        assertThat(read).containsEntry("trade_state", "SUCCESS").containsEntry("new_field", "1");
    }

    @Test
    void signsEncodedUrl() {
        gateway.answer(200, "{}");
        gateway.client()
                .context()
                .at("out_trade_no", "订单 1+1/2")
                .call(get("/v3/pay/{out_trade_no}"), new Sent(out -> out.query().string("name", "名 *+~&=/?字")));
        TransportRequest sent = gateway.only();
        assertThat(sent.uri().toString())
                .isEqualTo("https://api.mch.weixin.qq.com/v3/pay/%E8%AE%A2%E5%8D%95%201%2B1%2F2"
                        + "?name=%E5%90%8D%20%2A%2B~%26%3D%2F%3F%E5%AD%97");
        assertThat(gateway.authorizes(sent, "")).isTrue();
    }

    @Test
    void sendsNothingIfASegmentOfThePathIsTooLong() {
        Operation<Sent, Map<String, String>> query = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.GET, "/v3/pay/{out_trade_no}", Read::readFrom)
                .segmentLength("out_trade_no", 32)
                .build();
        ApiContext tooLong = gateway.client().context().at("out_trade_no", "1".repeat(33));

        assertThatThrownBy(() -> tooLong.call(query, new Sent(out -> {})))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("out_trade_no must be at most 32 characters (was 33)");
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void signsPathOfHost() {
        gateway.answer(200, "{}");
        Operation<Sent, Map<String, String>> hongKong = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.GET, "/v3/statements", Read::readFrom)
                .host("https://api.mch.weixin.qq.com/hk")
                .build();
        call(hongKong, out -> {});
        assertThat(gateway.only().uri().toString()).isEqualTo("https://api.mch.weixin.qq.com/hk/v3/statements");
        assertThat(gateway.authorizes(gateway.only(), "")).isTrue();
    }

    @Test
    void authorizationUsesCurrentTimeMerchantAndTrustedSerial() {
        gateway.answer(200, "{}");
        call(get("/v3/a"), out -> {});
        assertThat(gateway.only().headers())
                .containsEntry("Wechatpay-Serial", V3Gateway.SERIAL)
                .containsEntry("Accept", "application/json, */*");
        assertThat(gateway.only().headers().get("Authorization"))
                .matches("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",nonce_str=\"[0-9A-Za-z]{32}\","
                        + "timestamp=\"1767225600\",serial_no=\"0A1B\",signature=\"[0-9A-Za-z+/]+=*\"");
    }

    @Test
    void neverReusesNonces() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            gateway.answer(200, "{}");
            call(get("/v3/a"), out -> {});
        }
        gateway.sent()
                .forEach(sent -> nonces.add(sent.headers().get("Authorization").split("\"")[3]));
        assertThat(nonces).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv", "application/octet-stream", "image/png"})
    void verifiesWhateverTheContentType(String contentType) {
        gateway.answer(200, "{}", headers -> {
            headers.clear();
            headers.put("Content-Type", List.of(contentType));
        });
        assertThatThrownBy(() -> call(post(), out -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("it has no header");
    }

    @Test
    void statementDigestProvesNothingElse() {
        gateway.answerStatement("{\"a\":1}", "{\"a\":1}");
        assertThatThrownBy(() -> call(get("/v3/a"), out -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("its signature is wrong");
    }

    @Test
    void errorNeedsNoSignature() {
        gateway.answer(404, "{\"code\":\"ORDER_NOT_EXIST\",\"message\":\"none\"}", Map::clear);
        assertThatThrownBy(() -> call(post(), out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.errorCode()).isEqualTo("ORDER_NOT_EXIST");
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"A\",\"detail\":\"text\"} | A | \"text\"",
                "{\"code\":\"A\",\"detail\":[1,{\"b\":null}]} | A | [1,{\"b\":null}]",
                "{\"code\":\"A\",\"detail\":null} | A |",
                "{\"code\":\"A\",\"detail\":7,\"message\":{}} | A | 7",
                "{\"code\":404} | |",
                "[] | |",
                "{\"code\":\"A\",\"code\":\"B\"} | |",
                "<html> | |",
            })
    void readsErrorsOfAnyShape(String body, String code, String detail) {
        gateway.answer(400, body);
        assertThatThrownBy(() -> call(post(), out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(code);
            assertThat(e.detail()).isEqualTo(detail);
            assertThat(e.rawBody()).isEqualTo(body);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"a\":1,\"a\":2}", "<xml/>"})
    void rejectsSuccessThatIsNotAnObject(String body) {
        gateway.answer(200, body);
        assertThatThrownBy(() -> call(post(), out -> {})).isInstanceOf(InvalidResponseException.class);
    }

    @Test
    void sendsHeaderOnceIgnoringCase() {
        gateway.answer(200, "{}");
        gateway.client()
                .context()
                .with(o -> o.header("idempotency-key", "mine"))
                .call(post(), new Sent(out -> out.header().string("Idempotency-Key", "the request's")));
        assertThat(gateway.only().headers().keySet().stream().filter("idempotency-key"::equalsIgnoreCase))
                .hasSize(1);
        assertThat(gateway.only().headers()).containsValue("the request's").doesNotContainValue("mine");
        assertThatThrownBy(() -> gateway.client().context().with(o -> o.header("wechatpay-serial", "1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the header wechatpay-serial is set by the client itself");
    }

    @Test
    void pausesBeforeEachRepeatedAttempt() {
        gateway.answer(500, "");
        gateway.answer(500, "");
        gateway.answer(200, "{}");
        long start = System.nanoTime();
        call(get("/v3/a"), out -> {});
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }

    @Test
    void sendsExactlyTheSignedBytes() {
        gateway.answer(200, "{}");
        call(post(), out -> {
            out.string("description", "图 \"1\"");
            out.string("absent", null);
            out.integer("total", 100L);
        });
        TransportRequest sent = gateway.only();
        String body = new String(sent.body(), StandardCharsets.UTF_8);
        assertThat(body).isEqualTo("{\"description\":\"图 \\\"1\\\"\",\"total\":100}");
        assertThat(sent.headers()).containsEntry("Content-Type", "application/json");
        assertThat(gateway.authorizes(sent, body)).isTrue();
    }

    @Test
    void encryptsSensitiveFieldForKeyInHeader() throws Exception {
        gateway.answer(200, "{}");
        call(post(), out -> out.encrypted().string("name", "张三"));
        TransportRequest sent = gateway.only();
        assertThat(sent.headers()).containsEntry("Wechatpay-Serial", V3Gateway.SERIAL);
        String encrypted = new String(sent.body(), StandardCharsets.UTF_8).split("\"")[3];
        assertThat(decrypt(gateway.key(), encrypted)).isEqualTo("张三");
    }

    @Test
    void rejectsFieldTooLongToEncrypt() {
        assertThatThrownBy(() -> call(post(), out -> out.encrypted().string("name", "x".repeat(215))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("name: must be at most 214 bytes to be encrypted (was 215)");
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void uploadSignsItsMeta() {
        gateway.answer(200, "{\"media_id\":\"m\"}");
        UploadFile file = UploadFile.of("a.png", new byte[] {1, 2, 3});
        Operation<Sent, Map<String, String>> upload = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/merchant/media/upload", Read::readFrom)
                .traits(Trait.MULTIPART)
                .build();
        call(upload, out -> {
            out.file("file", file);
            out.string("filename", "a.png");
            out.digest(Digest.SHA256, file).string("sha256", null);
        });
        TransportRequest sent = gateway.only();
        String meta = "{\"filename\":\"a.png\",\"sha256\":"
                + "\"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81\"}";
        assertThat(new String(sent.body(), StandardCharsets.ISO_8859_1))
                .contains("name=\"meta\"\r\nContent-Type: application/json\r\n\r\n" + meta + "\r\n--");
        assertThat(gateway.authorizes(sent, meta)).isTrue();
    }

    @Test
    void verifiesResponseWithoutBody() {
        Operation<Sent, Map<String, String>> close = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/close", Read::readFrom)
                .traits(Trait.NO_CONTENT)
                .build();
        gateway.answer(204, "");
        assertThat(call(close, out -> {})).isEmpty();
        gateway.answer(204, "", headers -> headers.put("Wechatpay-Signature", List.of("AAAA")));
        assertThatThrownBy(() -> call(close, out -> {})).isInstanceOf(InvalidResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void rejectsSuccessWithoutRequiredBody(int status) {
        gateway.answer(status, "");
        assertThatThrownBy(() -> call(post(), out -> {}))
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("the response has no body, but its spec has one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wechatpay-Signature", "Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce"})
    void successWithoutASignatureIsForged(String header) {
        gateway.answer(200, "{}", headers -> headers.remove(header));
        assertThatThrownBy(() -> call(post(), out -> {})).isInstanceOfSatisfying(InvalidResponseException.class, e -> {
            assertThat(e).hasMessageContaining("it has no header " + header);
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        });
    }

    @Test
    void rejectsUntrustedKey() {
        gateway.answer(200, "{}", headers -> headers.put("Wechatpay-Serial", List.of("0BAD")));
        assertThatThrownBy(() -> call(post(), out -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("it is signed with the key 0BAD, which is not trusted");
    }

    @Test
    void looksUpUnknownKeyInPlatformCertificates() {
        gateway.answer(200, "{}", headers -> headers.put("Wechatpay-Serial", List.of("0BAD")));
        gateway.answer(404, "{\"code\":\"NOT_FOUND\"}", Map::clear);
        assertThatThrownBy(() -> gateway.client(config ->
                                config.v3Key("0123456789abcdef0123456789abcdef").downloadPlatformCertificates())
                        .context()
                        .call(get("/v3/a"), new Sent(out -> {})))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("0BAD, which is not trusted");
        assertThat(gateway.sent()).hasSize(2);
        TransportRequest download = gateway.sent().get(1);
        assertThat(download.uri().toString())
                .isEqualTo("https://api.mch.weixin.qq.com/v3/certificates?algorithm_type=RSA");
        assertThat(gateway.authorizes(download, "")).isTrue();
    }

    @Test
    void errorHasAllFieldsOfTheGateway() {
        gateway.answer(
                400,
                "{\"code\":\"PARAM_ERROR\",\"message\":\"wrong\",\"detail\":{\"field\":\"/amount\"}}",
                headers -> headers.put("Request-ID", List.of("08F")));
        assertThatThrownBy(() -> call(post(), out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.httpStatus()).isEqualTo(400);
            assertThat(e.errorCode()).isEqualTo("PARAM_ERROR");
            assertThat(e.errorMessage()).isEqualTo("wrong");
            assertThat(e.detail()).isEqualTo("{\"field\":\"/amount\"}");
            assertThat(e.requestId()).isEqualTo("08F");
            assertThat(e.rawBody()).startsWith("{\"code\"");
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        });
    }

    @Test
    void pageOfProxyLeavesOutcomeUnknown() {
        gateway.answer(502, "<html>Bad Gateway</html>");
        assertThatThrownBy(() -> call(post(), out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e.rawBody()).isEqualTo("<html>Bad Gateway</html>");
            assertThat(e).hasMessageContaining("before calling again");
        });
        assertThat(gateway.sent()).as("a write is not sent again").hasSize(1);
    }

    @Test
    void uncertainCodeLeavesOutcomeUnknown() {
        Operation<Sent, Map<String, String>> pay = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/a", Read::readFrom)
                .uncertain("BANK_ERROR")
                .settledBy("/v3/b")
                .build();
        gateway.answer(403, "{\"code\":\"BANK_ERROR\"}");
        assertThatThrownBy(() -> call(pay, out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining("call /v3/b to find out");
        });
    }

    @Test
    void acceptedIsUnknown() {
        gateway.answer(202, "{}");
        assertThatThrownBy(() -> call(post(), out -> {}))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("is still being processed. It may have taken effect");
    }

    /** The invoice operations end with it: page 4015792574 of issue-general. */
    @Test
    void acceptedIsSuccessWhereASpecSaysSo() {
        Operation<Sent, Map<String, String>> issue = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/fapiao", Read::readFrom)
                .traits(Trait.JSON_BODY, Trait.NO_CONTENT, Trait.ACCEPTED)
                .build();
        gateway.answer(202, "");
        assertThat(call(issue, out -> {})).isEmpty();

        gateway.answer(202, "{\"code\":\"PROCESSING\",\"message\":\"处理中\"}");
        assertThatThrownBy(() -> call(issue, out -> {}))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("code PROCESSING");
        assertThat(gateway.sent()).hasSize(2);
    }

    @Test
    void tooManyRequestsIsRejected() {
        gateway.answer(429, "{\"code\":\"FREQUENCY_LIMITED\"}");
        assertThatThrownBy(() -> call(post(), out -> {}))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void repeatsQueryAtBackupWithNewSignature() {
        gateway.answer(500, "{\"code\":\"SYSTEM_ERROR\"}");
        gateway.answer(200, "{\"a\":\"b\"}");
        assertThat(call(get("/v3/a"), out -> {})).containsEntry("a", "b");
        assertThat(gateway.sent())
                .extracting(r -> r.uri().getHost())
                .containsExactly("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com");
        assertThat(gateway.sent().get(0).headers().get("Authorization"))
                .isNotEqualTo(gateway.sent().get(1).headers().get("Authorization"));
    }

    @Test
    void repeatsIdempotentWriteUnchanged() {
        Operation<Sent, Map<String, String>> refund = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/refund", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .traits(Trait.IDEMPOTENT)
                .build();
        gateway.answer(503, "");
        gateway.answer(202, "");
        gateway.answer(200, "{}");
        call(refund, out -> out.string("out_refund_no", "1"));
        assertThat(gateway.sent()).hasSize(3);
        assertThat(gateway.sent().get(2).body()).isEqualTo(gateway.sent().get(0).body());
    }

    /** What a later attempt meets with says nothing about an earlier one, which may have moved the money. */
    @Test
    void unknownAttemptKeepsOutcomeUnknown() {
        Operation<Sent, Map<String, String>> refund = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/refund", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .traits(Trait.IDEMPOTENT)
                .build();
        List<Runnable> later = List.of(
                () -> {
                    gateway.refuseConnection();
                    gateway.refuseConnection();
                },
                () -> gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}"),
                () -> gateway.answer(401, "{\"code\":\"SIGN_ERROR\"}"),
                () -> {
                    gateway.answer(429, "{\"code\":\"FREQUENCY_LIMITED\"}");
                    gateway.answer(429, "{\"code\":\"FREQUENCY_LIMITED\"}");
                });
        for (Runnable answers : later) {
            gateway.breakOff();
            answers.run();
            assertThatThrownBy(() -> call(refund, out -> out.string("out_refund_no", "1")))
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                        assertThat(e.getSuppressed()).hasAtLeastOneElementOfType(WxPayException.class);
                    })
                    .hasMessageContaining("before calling again")
                    .hasMessageNotContaining("Nothing was sent");
        }
    }

    @Test
    void returnsLastResponseToQuery() {
        gateway.answer(503, "");
        gateway.answer(404, "{\"code\":\"ORDER_NOT_EXIST\"}");
        assertThatThrownBy(() -> call(get("/v3/a"), out -> {})).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.errorCode()).isEqualTo("ORDER_NOT_EXIST");
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        });
    }

    @Test
    void limitsAttemptsToThree() {
        gateway.answer(500, "");
        gateway.answer(500, "");
        gateway.answer(500, "{\"code\":\"LAST\"}");
        gateway.answer(200, "{}");
        assertThatThrownBy(() -> call(get("/v3/a"), out -> {})).hasMessageContaining("code LAST");
        assertThat(gateway.sent()).hasSize(3);
    }

    @Test
    void repeatsUnsentRequestAtBackup() {
        gateway.refuseConnection();
        gateway.answer(200, "{}");
        call(post(), out -> {});
        assertThat(gateway.sent())
                .extracting(r -> r.uri().getHost())
                .containsExactly("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com");
    }

    @Test
    void callOptionLimitsAttempts() {
        ApiContext client = gateway.client().context();
        gateway.breakOff();
        assertThatThrownBy(() -> client.with(o -> o.maxAttempts(1)).call(get("/v3/a"), new Sent(out -> {})))
                .isInstanceOf(TransportException.class);
        assertThat(gateway.sent()).hasSize(1);
        for (int i = 0; i < 3; i++) {
            gateway.breakOff();
        }
        gateway.answer(200, "{}");
        client.with(o -> o.maxAttempts(4)).call(get("/v3/a"), new Sent(out -> {}));
        assertThat(gateway.sent()).as("the default is three").hasSize(1 + 4);
        assertThatThrownBy(() -> client.with(o -> o.maxAttempts(0)))
                .hasMessage("maxAttempts must be at least 1 (was 0)");
    }

    @Test
    void doesNotRepeatInterruptedWrite() {
        gateway.breakOff();
        gateway.answer(200, "{}");
        assertThatThrownBy(() -> call(post(), out -> {}))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void responseFieldIsDecryptedWithTheMerchantsKey() throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, gateway.merchantPublicKey());
        String encrypted = Base64.getEncoder().encodeToString(cipher.doFinal("李四".getBytes(StandardCharsets.UTF_8)));
        gateway.answer(200, "{\"name\":\"" + encrypted + "\"}");
        Operation<Sent, String> names = Operation.<Sent, String>v3(
                        HttpMethod.GET, "/v3/a", in -> in.encrypted().string("name"))
                .build();
        assertThat(call(names, out -> {})).isEqualTo("李四");
    }

    @Test
    void keepsFieldEncryptedForAnotherKey() {
        gateway.answer(200, "{\"name\":\"bm90IGZvciB1cw==\"}");
        Operation<Sent, String> names = Operation.<Sent, String>v3(
                        HttpMethod.GET,
                        "/v3/a",
                        in -> in.encrypted().string("name") + " "
                                + in.unknownFields().text("name"))
                .build();
        assertThat(call(names, out -> {})).isEqualTo("null bm90IGZvciB1cw==");
    }

    @Test
    void acceptsFileWithoutSignatureIfSpecAllows() {
        Operation<Sent, DownloadedFile> download = Operation.<Sent>v3File(HttpMethod.GET, "/v3/billdownload/file")
                .traits(Trait.UNSIGNED_RESPONSE)
                .build();
        gateway.answer(200, "csv", Map::clear);
        assertThat(call(download, out -> {}).content()).isEqualTo("csv".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void statementIsVerifiedByItsDigest() {
        Operation<Sent, DownloadedFile> statements = Operation.<Sent>v3File(HttpMethod.GET, "/v3/global/statements")
                .traits(Trait.UNSIGNED_RESPONSE)
                .build();
        gateway.answerStatement("csv", "csv");
        assertThat(call(statements, out -> {}).content()).isEqualTo("csv".getBytes(StandardCharsets.UTF_8));
        gateway.answerStatement("csv, changed", "csv");
        assertThatThrownBy(() -> call(statements, out -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("Wechatpay-Statement-Sha1");
    }

    @Test
    void sendsNothingWithoutKey() {
        WxPayConfig config =
                WxPayConfig.builder().mchid("1").transport(() -> gateway).build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThatThrownBy(() -> client.context().call(post(), new Sent(out -> {})))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(
                            "configure merchantPrivateKeyPem, and merchantCertificatePem or merchantSerial");
        }
    }

    private <R> R call(Operation<Sent, R> operation, Consumer<FieldWriter> fields) {
        return gateway.client().context().call(operation, new Sent(fields));
    }

    private static Operation<Sent, Map<String, String>> get(String path) {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, path, Read::readFrom)
                .traits(Trait.READ_ONLY)
                .build();
    }

    private static Operation<Sent, Map<String, String>> post() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.POST, "/v3/pay/transactions/native", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .build();
    }

    private static String decrypt(PrivateKey key, String text) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }
}

package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawV3CallTest {
    private static final String WRITE = "/v3/new/endpoint";

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void requestIsSentAsWrittenAndSigned() {
        gateway.answer(200, "{\"state\":\"OK\", \"name\":\"张三\"}");
        String json = "{ \"amount\": 1.0,\"text\":\"张三\" }";
        WxPayResponse<String> response = raw().v3("POST", WRITE)
                .query("a b", "1&2")
                .query("a b", "3")
                .json(json)
                .send();
        assertThat(response.value()).isEqualTo("{\"state\":\"OK\", \"name\":\"张三\"}");
        assertThat(response.httpStatus()).isEqualTo(200);
        TransportRequest sent = gateway.only();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri()).hasToString("https://api.mch.weixin.qq.com/v3/new/endpoint?a%20b=1%262&a%20b=3");
        assertThat(sent.body()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Wechatpay-Serial", V3Gateway.SERIAL);
        assertThat(sent.clientCertificate()).isFalse();
        assertThat(gateway.authorizes(sent, json)).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void namesTheArgumentThatIsNull() {
        RawV3Call call = raw().v3("POST", WRITE);
        assertThatNullPointerException()
                .isThrownBy(() -> call.query(null, "1"))
                .withMessage("name of a query parameter");
        assertThatNullPointerException()
                .isThrownBy(() -> call.query("a", null))
                .withMessage("value of the query parameter a");
        assertThatNullPointerException()
                .isThrownBy(() -> call.json((String) null))
                .withMessage("json");
        assertThatNullPointerException().isThrownBy(() -> raw().v3(null, WRITE)).withMessage("method");
        assertThatNullPointerException().isThrownBy(() -> raw().v3("GET", null)).withMessage("path");
    }

    @Test
    void fileIsUploadedWithItsDigestAsTheSignedPart() {
        gateway.answer(200, "{\"media_id\":\"m1\"}");
        UploadFile image = UploadFile.of("执照.png", new byte[] {1, 2, 3});

        WxPayResponse<String> response =
                raw().v3("POST", WRITE).file("file", image).send();

        assertThat(response.value()).isEqualTo("{\"media_id\":\"m1\"}");
        TransportRequest sent = gateway.only();
        String meta = "{\"filename\":\"执照.png\","
                + "\"sha256\":\"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81\"}";
        assertThat(gateway.authorizes(sent, meta)).isTrue();
        String boundary = sent.headers().get("Content-Type").replace("multipart/form-data; boundary=", "");
        assertThat(new String(sent.body(), StandardCharsets.UTF_8))
                .isEqualTo("--" + boundary + "\r\nContent-Disposition: form-data; name=\"meta\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + meta + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"执照.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n\u0001\u0002\u0003\r\n--" + boundary + "--\r\n");
    }

    @Test
    void ownJsonIsTheSignedPartOfAnUpload() {
        gateway.answer(200, "{}");
        raw().v3("POST", WRITE)
                .json("{\"sha256\":\"x\"}")
                .file("file", UploadFile.of("a.png", new byte[] {1}))
                .send();

        assertThat(gateway.authorizes(gateway.only(), "{\"sha256\":\"x\"}")).isTrue();
    }

    @Test
    void hasOneBodyAndOneFile() {
        UploadFile file = UploadFile.of("a.png", new byte[] {1});

        assertThatThrownBy(() -> raw().v3("POST", WRITE).json("{}").json("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("json was set before; a request has one body");
        assertThatThrownBy(() -> raw().v3("POST", WRITE).file("a", file).file("b", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file was set before; a request has one file");
    }

    @Test
    void uploadThatCannotBeSentSaysWhy() {
        UploadFile unreadable = UploadFile.of("a.png", 3, () -> {
            throw new IOException("gone");
        });
        assertThatThrownBy(() -> raw().v3("GET", WRITE).file("a\"b", unreadable).send())
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.startsWith("file: a GET has no body"))
                        .anyMatch(problem -> problem.startsWith("file: the name of the part must consist of letters"))
                        .anyMatch(problem -> problem.contains("cannot be read")));
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void nothingIsFilledFromTheConfiguration() {
        gateway.answer(204, "");
        WxPayResponse<String> response = raw().v3("POST", WRITE).send();
        assertThat(response.value()).isEmpty();
        assertThat(gateway.only().body()).isEmpty();
        assertThat(gateway.only().headers()).doesNotContainKey("Content-Type");
        assertThat(gateway.only().uri().getRawQuery()).isNull();
    }

    @Test
    void encryptsSensitiveValueForNamedKey() throws Exception {
        gateway.answer(200, "{}");
        raw().v3("POST", WRITE)
                .json(key -> "{\"name\":\"" + key.encrypt("张三") + "\"}")
                .send();
        TransportRequest sent = gateway.only();
        String body = new String(sent.body(), StandardCharsets.UTF_8);
        Matcher name = Pattern.compile("\\{\"name\":\"([^\"]+)\"}").matcher(body);
        assertThat(name.matches()).isTrue();
        assertThat(decrypt(gateway.key(), name.group(1))).isEqualTo("张三");
        assertThat(sent.headers()).containsEntry("Wechatpay-Serial", V3Gateway.SERIAL);
        assertThat(gateway.authorizes(sent, body)).isTrue();
    }

    @Test
    void rejectsValueTooLongToEncrypt() {
        refused(
                call -> call.json(key -> "{\"name\":\"" + key.encrypt("x".repeat(300)) + "\"}"),
                "json: must be at most 214 bytes to be encrypted (was 300)");
    }

    @Test
    void brandPathIsCalledByTheBrand() {
        gateway.answerBrand("{\"a\":1}");
        try (WxPayClient client = gateway.brandClient(config -> {})) {
            assertThat(client.context().raw().v3("GET", "/brand/a").send().value())
                    .isEqualTo("{\"a\":1}");
        }
        assertThat(gateway.authorizesBrand(gateway.only(), "")).isTrue();
    }

    @Test
    void verifiesResponse() {
        gateway.answer(200, "{\"a\":1}", headers -> headers.remove("Wechatpay-Signature"));
        assertThatThrownBy(() -> raw().v3("GET", WRITE).send()).isInstanceOf(InvalidResponseException.class);
        gateway.answer(200, "[1]");
        assertThatThrownBy(() -> raw().v3("GET", WRITE).send())
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("not a JSON object");
    }

    @Test
    void reportsErrorOfTheGateway() {
        gateway.answer(403, "{\"code\":\"NO_AUTH\",\"message\":\"x\"}");
        assertThatThrownBy(() -> raw().v3("POST", WRITE).send()).isInstanceOfSatisfying(GatewayException.class, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(e.errorCode()).isEqualTo("NO_AUTH");
        });
    }

    /** What the operation is, nobody knows: a code that leaves any operation open leaves this one open. */
    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM_ERROR", "USERPAYING", "BANKERROR", "INVALID_REQUEST", "NEWCODE", "ACCOUNT_ERROR"})
    void uncertainCodeLeavesOutcomeUnknown(String code) {
        gateway.answer(400, "{\"code\":\"" + code + "\",\"message\":\"x\"}");
        assertThatThrownBy(() -> raw().v3("POST", WRITE).send())
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void unlistedCodeOfQueryIsRejection() {
        gateway.answer(400, "{\"code\":\"NEWCODE\",\"message\":\"x\"}");
        assertThatThrownBy(() -> raw().v3("POST", WRITE).readOnly().send())
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
    }

    @Test
    void listedCodeIsRejectionWithItsAdvice() {
        gateway.answer(400, "{\"code\":\"NEWCODE\",\"message\":\"x\"}");
        assertThatThrownBy(() -> raw().v3("POST", WRITE)
                        .error("NEWCODE", "Lower the price.")
                        .send())
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
                    assertThat(e.advice()).isEqualTo("Lower the price.");
                });
    }

    /** The first of each row is the code, the others are the outcomes after each call below. */
    @ParameterizedTest
    @CsvSource({
        "NEWCODE, UNKNOWN, UNKNOWN, REJECTED",
        "NOT_ENOUGH, UNKNOWN, REJECTED, REJECTED",
        "MINE, UNKNOWN, UNKNOWN, UNKNOWN",
        "SYSTEM_ERROR, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void declaredCodesDecide(String code, Outcome undeclared, Outcome listed, Outcome others) {
        assertThat(List.of(
                        outcome(code, raw().v3("POST", WRITE).uncertain("MINE")),
                        outcome(
                                code,
                                raw().v3("POST", WRITE)
                                        .error("NOT_ENOUGH", "a")
                                        .error("MINE", "b")
                                        .error("SYSTEM_ERROR", "c")
                                        .uncertain("MINE")),
                        outcome(code, raw().v3("POST", WRITE).uncertain("MINE").rejectsUnlisted())))
                .containsExactly(undeclared, listed, others);
    }

    private Outcome outcome(String code, RawV3Call call) {
        gateway.answer(400, "{\"code\":\"" + code + "\",\"message\":\"x\"}");
        return catchThrowableOfType(GatewayException.class, call::send).outcome();
    }

    @Test
    void acceptedIsSuccessOfOperationThatSaysSo() {
        gateway.answer(202, "");
        assertThat(raw().v3("POST", WRITE).accepted().send().httpStatus()).isEqualTo(202);
        gateway.answer(202, "");
        assertThatThrownBy(() -> raw().v3("POST", WRITE).send())
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void onlyCodesThatAllOperationsShareAreCertain() throws IOException {
        Pattern code = Pattern.compile("code: ([A-Z_0-9]+),");
        Set<String> shared = new HashSet<>();
        for (String protocol : List.of("v2", "v3")) {
            Matcher found = code.matcher(Files.readString(Path.of("../api-specs", protocol, "_errors.yaml")));
            while (found.find()) {
                shared.add(found.group(1));
            }
        }
        shared.removeAll(RawErrors.uncertain());
        assertThat(RawErrors.certain()).containsExactlyInAnyOrderElementsOf(shared);
    }

    @Test
    void unknownOutcomeInvitesNoNewRequest() {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"x\"}");
        assertThatThrownBy(() -> raw().v3("POST", WRITE).send())
                .hasMessageContaining("query its result before calling again, and then with the same number. The call")
                .hasMessageNotContaining("new request");
    }

    @Test
    void undeclaredCodeNamesHowToDeclareIt() {
        gateway.answer(400, "{\"code\":\"NEW\\nCODE\"}");
        GatewayException e = catchThrowableOfType(
                GatewayException.class, () -> raw().v3("POST", WRITE).send());
        assertThat(e).hasMessageEndingWith("with the same number. " + undeclared("NEW\\u000aCODE"));
        assertThat(e.advice()).endsWith(undeclared("NEW\\u000aCODE"));
    }

    static String undeclared(String code) {
        return "The call does not declare this code. If the documentation says that the operation had no effect then,"
                + " declare the code with error(\"" + code
                + "\", ...). If it says so of all codes that are not declared,"
                + " call rejectsUnlisted(). If the call is a query, call readOnly().";
    }

    /** Whatever the caller declares, such a code or status proves nothing. */
    @Test
    void declarationIsAskedForOnlyIfItDecides() {
        assertThat(failure(500, "NEWCODE", raw().v3("POST", WRITE))).doesNotContain("declare");
        assertThat(failure(408, "NEWCODE", raw().v3("POST", WRITE))).doesNotContain("declare");
        assertThat(failure(202, "NEWCODE", raw().v3("POST", WRITE))).doesNotContain("declare");
        assertThat(failure(400, "SYSTEM_ERROR", raw().v3("POST", WRITE))).doesNotContain("declare");
        assertThat(failure(400, "MINE", raw().v3("POST", WRITE).uncertain("MINE")))
                .doesNotContain("declare");
        assertThat(failure(400, "MINE", raw().v3("POST", WRITE).uncertain("*"))).doesNotContain("declare");
        assertThat(failure(400, "NEWCODE", raw().v3("POST", WRITE).uncertain("MINE")))
                .contains("declare");
        assertThat(failure(400, "NEWCODE", raw().v3("POST", WRITE).rejectsUnlisted()))
                .doesNotContain("declare");
    }

    private String failure(int status, String code, RawV3Call call) {
        gateway.answer(status, "{\"code\":\"" + code + "\"}");
        return catchThrowableOfType(GatewayException.class, call::send).getMessage();
    }

    @Test
    void codesThatSpecsCallUncertainAreKnown() throws IOException {
        Pattern uncertain = Pattern.compile("uncertain: \\[([A-Z_, \"*]+)]|code: ([A-Z_]+),[^\n]*uncertain: true");
        Set<String> codes = new HashSet<>();
        try (Stream<Path> specs = Files.walk(Path.of("../api-specs"))) {
            for (Path spec :
                    specs.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Matcher found = uncertain.matcher(Files.readString(spec));
                while (found.find()) {
                    codes.addAll(List.of((found.group(1) == null ? found.group(2) : found.group(1)).split(", *")));
                }
            }
        }
        // Nobody knows which codes a raw operation lists.
        codes.remove("\"*\"");
        assertThat(RawErrors.uncertain()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void getIsSentAgain() {
        gateway.breakOff();
        gateway.answer(200, "{\"a\":1}");
        assertThat(raw().v3("GET", WRITE).send().value()).isEqualTo("{\"a\":1}");
        assertThat(gateway.sent()).hasSize(2);
    }

    @Test
    void writeIsSentAgainOnlyIfIdempotent() {
        gateway.breakOff();
        assertThatThrownBy(() -> raw().v3("POST", WRITE).send())
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(gateway.sent()).hasSize(1);
        gateway.breakOff();
        gateway.answer(200, "{}");
        raw().v3("POST", WRITE).idempotent().json("{}").send();
        assertThat(gateway.sent()).hasSize(3);
        assertThat(gateway.sent().get(1).body()).isEqualTo(gateway.sent().get(2).body());
    }

    @Test
    void usesCallOptions() {
        gateway.answer(200, "{}");
        URI other = URI.create("https://pay.example.com");
        try (WxPayClient client = gateway.client(config -> config.allowHost(other))) {
            client.context()
                    .with(o -> o.host(other).header("X-Trace", "42"))
                    .raw()
                    .v3("GET", WRITE)
                    .send();
            assertThat(gateway.only().uri().getHost()).isEqualTo("pay.example.com");
            assertThat(gateway.only().headers()).containsEntry("X-Trace", "42");
            RawV3Call elsewhere = client.context()
                    .with(o -> o.host(URI.create("https://evil.example")))
                    .raw()
                    .v3("GET", WRITE);
            assertThatThrownBy(elsewhere::send).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void endsAtTheDeadline() {
        gateway.answerLater();
        // Long enough for the request to leave, on a busy machine too.
        RawV3Call call = gateway.client()
                .context()
                .with(o -> o.timeout(Duration.ofSeconds(10)))
                .raw()
                .v3("POST", WRITE);
        assertThatThrownBy(call::send)
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("/v3/new/endpoint: no complete response within 10000 ms");
    }

    @Test
    void cancelingEndsTheExchange() {
        CompletableFuture<TransportResponse> exchange = gateway.answerLater();
        CompletableFuture<WxPayResponse<String>> call = raw().v3("GET", WRITE).sendAsync();
        call.cancel(true);
        assertThat(exchange).isCancelled();
    }

    @Test
    void asyncFailsWithTheSameExceptions() {
        assertThatThrownBy(() -> raw().v3("POST", WRITE).json("{").sendAsync().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InvalidRequestException.class);
    }

    @Test
    void rejectsBodyThatIsNotAJsonObject() {
        refused(
                call -> call.json("{\"a\":}"),
                "json: the document is not JSON: it is malformed, near line 1, column 6 (was 6 characters)");
        refused(call -> call.json("[]"), "json: the document is not an object");
        refused(call -> call.json(""), "json: ");
    }

    @Test
    void reportsFunctionThatFails() {
        IllegalStateException cause = new IllegalStateException("no such user: 张三");

        refused(
                call -> call.json(encryption -> {
                    throw cause;
                }),
                "json: the function failed with java.lang.IllegalStateException, the cause of this exception");
        assertThatThrownBy(() -> raw().v3("POST", WRITE)
                        .json(encryption -> {
                            throw cause;
                        })
                        .send())
                .hasCause(cause)
                .hasMessageNotContaining("张三");
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks return it
    void reportsFunctionThatReturnsNull() {
        refused(call -> call.json(encryption -> null), "json: the function must return a JSON object (was null)");
    }

    @Test
    void getHasNoBody() {
        assertThatThrownBy(() -> raw().v3("GET", WRITE).json("{}").send())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("json: a GET has no body; pass parameters to query(name, value)");
        assertThat(gateway.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.mch.weixin.qq.com/v3/a|must not be an absolute URL",
                "//evil.example/v3/a|must not be an absolute URL",
                "v3/a|must begin with /",
                "/pay/orderquery|must begin with /v3/ or /brand/",
                "/v3/a?b=c|must have no query and no fragment: pass parameters to query(name, value)",
                "/v3/a#b|must have no query and no fragment",
                "/v3/../pay|must have no segment . or ..",
                "/v3/./a|must have no segment . or ..",
                "/v3/%2e%2E/pay|must have no segment . or ..",
                "/v3/a//b|must have no empty segment",
                "/v3/订单|must be percent-encoded at character 5",
                "/v3/a b|must be percent-encoded at character 6",
                "/v3/a\\b|must be percent-encoded at character 6",
                "/v3/a%2|must be percent-encoded at character 6",
                "/v3/{id}|must contain values instead of template segments"
            })
    void rejectsAmbiguousPath(String path, String problem) {
        assertThatThrownBy(() -> raw().v3("GET", path))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("path " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/a/", "/v3/a%2Fb/c%20d", "/v3/a+b@c:1"})
    void encodedPathIsSentAsItIs(String path) {
        gateway.answer(200, "{}");
        raw().v3("GET", path).send();
        assertThat(gateway.only().uri().getRawPath()).isEqualTo(path);
        assertThat(gateway.authorizes(gateway.only(), "")).isTrue();
    }

    @Test
    void unknownMethodIsRefused() {
        assertThatThrownBy(() -> raw().v3("get", WRITE))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("method must be one of [GET, POST, PUT, PATCH, DELETE] (was \"get\")");
    }

    @Test
    void showsNoOpenid() {
        String openid = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
        gateway.answer(404, "{\"code\":\"NOT_FOUND\",\"message\":\"x\"}");
        RawV3Call call = raw().v3("GET", "/v3/users/" + openid + "/coupons/12");
        assertThat(call).hasToString("GET /v3/users/{openid}/coupons/12");
        assertThatThrownBy(call::send)
                .hasMessageContaining("/v3/users/{openid}/coupons/12: ")
                .hasMessageNotContaining(openid);
        assertThat(gateway.only().uri().getRawPath()).contains(openid);
    }

    @Test
    void sendsNothingWithoutKey() {
        WxPayConfig config =
                WxPayConfig.builder().mchid("1").transport(() -> gateway).build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThatThrownBy(() -> client.context().raw().v3("GET", WRITE).send())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("configure merchantPrivateKeyPem");
        }
    }

    private void refused(Consumer<RawV3Call> change, String problem) {
        RawV3Call call = raw().v3("POST", WRITE);
        change.accept(call);
        assertThatThrownBy(call::send)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(problem);
        assertThat(gateway.sent()).isEmpty();
    }

    private RawCalls raw() {
        return gateway.client().context().raw();
    }

    private static String decrypt(PrivateKey key, String text) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }
}

package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoggingTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";

    /** Tells the lines of this run from those of an earlier one in the same JVM. */
    private final String run = UUID.randomUUID().toString();

    @Test
    void logsCallInOneLineWithoutBody() {
        String quiet = "/v2/quiet/" + run;
        call(quiet, false);
        assertThat(RecordingLogs.linesOf(quiet))
                .singleElement()
                .asString()
                .matches(quiet + " failed in \\d+ ms: GatewayException, UNKNOWN, HTTP status 200");
    }

    @Test
    void logsMaskedBodiesIfConfigured() {
        String asked = "/v2/asked/" + run;
        call(asked, true);
        assertThat(RecordingLogs.linesOf(asked)).hasSize(2);
        assertThat(RecordingLogs.linesOf(asked + " sends").get(0))
                .contains("<openid>*******</openid>")
                .doesNotContain("oUpF8uM")
                .doesNotContain(KEY);
    }

    @Test
    void logsV3CallInTheSameWay() {
        String logged = "/v3/logged/" + run;
        V3Gateway gateway = new V3Gateway();
        gateway.answer(200, "{}");
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, logged, Read::readFrom)
                .traits(Trait.JSON_BODY)
                .build();
        gateway.client().context().call(operation, new Sent(out -> out.string("openid", "oUpF8uM")));
        assertThat(RecordingLogs.linesOf(logged))
                .singleElement()
                .asString()
                .as("the clock of the test stands still")
                .isEqualTo(logged + " returned HTTP status 200 in 0 ms, request id null");
    }

    @Test
    void logsWhatSupportAsksForAfterFailure() {
        String failed = "/v3/failed/" + run;
        V3Gateway gateway = new V3Gateway();
        gateway.answer(403, "{\"code\":\"NO_AUTH\"}", headers -> headers.put("Request-ID", List.of("0864C9-0")));
        gateway.answer(200, "{}", headers -> {
            headers.clear();
            headers.put("Request-ID", List.of("0864C9-1"));
        });
        gateway.breakOff();
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, failed, Read::readFrom)
                .traits(Trait.JSON_BODY)
                .build();
        ApiContext context = gateway.client().context();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> context.call(operation, new Sent(out -> {})))
                    .isInstanceOf(WxPayException.class);
        }
        assertThat(RecordingLogs.linesOf(failed))
                .containsExactly(
                        failed
                                + " failed in 0 ms: GatewayException, REJECTED, HTTP status 403, code NO_AUTH, request id 0864C9-0",
                        failed
                                + " failed in 0 ms: InvalidResponseException, UNKNOWN, HTTP status 200, request id 0864C9-1",
                        failed + " failed in 0 ms: TransportException, UNKNOWN");
    }

    @Test
    void showsNoPersonalDataInV3() {
        String person = "Zhang-San-" + run;
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/personal/" + run + "/{id}", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .build();
        V3Gateway gateway = new V3Gateway();
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\",\"detail\":\"" + person + "\"}");
        gateway.answer(502, "<html>" + person + "</html>");
        gateway.answer(200, "{\"name\":\"" + person + "\"}", Map::clear);
        gateway.answer(200, "{\"name\":\"" + person);
        gateway.answer(200, "{\"name\":\"" + person + "\",\"name\":\"" + person + "\"}");
        gateway.breakOff();
        ApiContext context = gateway.client(
                        config -> config.logBodies(true).v2Key(KEY).v3Key(KEY))
                .context()
                .at("id", person);
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> context.call(operation, new Sent(out -> {
                        out.query().string("phone", person);
                        out.string("openid", person);
                        out.encrypted().string("name", person);
                    })))
                    .satisfies(e -> assertThat(everythingIn(e)).doesNotContain(person, KEY));
        }
        assertThatThrownBy(() ->
                        context.call(operation, new Sent(out -> out.encrypted().string("name", person.repeat(20)))))
                .isInstanceOf(InvalidRequestException.class)
                .satisfies(e -> assertThat(everythingIn(e)).doesNotContain(person));
        assertThat(gateway.sent()).hasSize(6);
        assertThat(gateway.sent().get(0).toString())
                .matches("POST https://api\\.mch\\.weixin\\.qq\\.com \\([1-9][0-9]+ bytes\\)");
        assertThat(RecordingLogs.linesOf("/v3/personal/" + run)).hasSize(13);
        assertThat(RecordingLogs.linesOf("").toString()).doesNotContain(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><name>PERSON</nam></xml>",
                "<xml><name>PERSON</name><name>PERSON</name></xml>",
                "<xml>PERSON</xml>",
                "<xml><return_code>SUCCESS</return_code><name>PERSON</name></xml>",
                "<xml><return_code>SUCCESS</return_code><name>PERSON</name><sign>PERSON</sign></xml>",
                "<xml><return_code>FAIL</return_code><name>PERSON</name></xml>",
                "PERSON"
            })
    void showsNoPersonalDataInV2(String answer) {
        String person = "Zhang-San-" + run;
        WxPayConfig config = WxPayConfig.builder()
                .v2Key(KEY)
                .logBodies(true)
                .transport(() -> RecordingTransport.answering(answer.replace("PERSON", person)))
                .build();
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/personal/" + run, "/a", Read::readFrom)
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThatThrownBy(() -> client.context().call(operation, new Sent(out -> out.string("openid", person))))
                    .isInstanceOf(WxPayException.class)
                    .satisfies(e -> assertThat(everythingIn(e)).doesNotContain(person, KEY));
        }
        assertThat(RecordingLogs.linesOf("/v2/personal/" + run)).isNotEmpty();
        assertThat(RecordingLogs.linesOf("").toString()).doesNotContain(person);
    }

    private static String everythingIn(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void call(String id, boolean bodies) {
        WxPayConfig config = WxPayConfig.builder()
                .v2Key(KEY)
                .logBodies(bodies)
                .transport(() -> RecordingTransport.answering("<xml><return_code>FAIL</return_code></xml>"))
                .build();
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, id, "/a", Read::readFrom)
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            assertThatThrownBy(() -> client.context().call(operation, new Sent(out -> out.string("openid", "oUpF8uM"))))
                    .isInstanceOf(GatewayException.class);
        }
    }
}

package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";

    @Test
    void aCallIsOneLineWithoutItsBody() {
        call("/v2/quiet", false);
        assertThat(RecordingLogs.linesOf("/v2/quiet"))
                .singleElement()
                .asString()
                .matches("/v2/quiet failed in \\d+ ms: GatewayException, UNKNOWN");
    }

    @Test
    void bodiesAreLoggedWhereAskedForAndMasked() {
        call("/v2/asked", true);
        assertThat(RecordingLogs.linesOf("/v2/asked")).hasSize(2);
        assertThat(RecordingLogs.linesOf("/v2/asked sends").get(0))
                .contains("<openid>*******</openid>")
                .doesNotContain("oUpF8uM")
                .doesNotContain(KEY);
    }

    @Test
    void v3DoesTheSame() {
        V3Gateway gateway = new V3Gateway();
        gateway.answer(200, "{}");
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/logged", Read::readFrom)
                .jsonBody()
                .build();
        gateway.client().context().call(operation, new Sent(out -> out.string("openid", "oUpF8uM")));
        assertThat(RecordingLogs.linesOf("/v3/logged"))
                .singleElement()
                .asString()
                .matches("/v3/logged answered 200 in \\d+ ms, request id null");
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

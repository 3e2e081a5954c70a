package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRefusalTest {
    private static final String PAGE = "<HTML><title>400 The SSL certificate error</title></HTML>";

    @Test
    void recognizesPageOfTlsFrontEnd() {
        assertThat(isRefusal(400, PAGE)).isTrue();
        assertThat(isRefusal(400, PAGE.replace("The SSL certificate error", "No required SSL certificate was sent")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><title>400 Bad Request</title></html>",
                "the ssl certificate error",
                "{\"code\":\"PARAM_ERROR\",\"message\":\"the ssl certificate error\"}"
            })
    void otherPagesAreNotRefusals(String page) {
        assertThat(isRefusal(400, page)).isFalse();
    }

    @Test
    void pageOfAnotherStatusIsNotARefusal() {
        assertThat(isRefusal(403, PAGE)).isFalse();
        assertThat(isRefusal(200, PAGE)).isFalse();
    }

    @Test
    void ignoresLongPages() {
        assertThat(isRefusal(400, PAGE + " ".repeat(4096 - PAGE.length()))).isTrue();
        assertThat(isRefusal(400, PAGE + " ".repeat(4097 - PAGE.length()))).isFalse();
    }

    @Test
    void refusedCertificateOfAV3CallIsRejected() {
        Operation<Sent, Map<String, String>> mutual = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/transfer", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .traits(Trait.CLIENT_CERTIFICATE)
                .build();
        Operation<Sent, Map<String, String>> ordinary = Operation.<Sent, Map<String, String>>v3(
                        HttpMethod.POST, "/v3/pay", Read::readFrom)
                .traits(Trait.JSON_BODY)
                .build();
        V3Gateway gateway = new V3Gateway();
        for (int i = 0; i < 2; i++) {
            gateway.answer(400, PAGE, Map::clear);
        }
        ApiContext context = gateway.client().context();

        assertThatThrownBy(() -> context.call(mutual, new Sent(out -> {})))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
                .hasMessageContaining("the gateway did not accept the client certificate")
                .hasMessageContaining("belongs to the merchant 1900000001");
        assertThatThrownBy(() -> context.call(ordinary, new Sent(out -> {})))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    private static boolean isRefusal(int status, String page) {
        return CertificateRefusal.isIn(new TransportResponse(
                status, Map.of("Content-Type", List.of("text/html")), page.getBytes(StandardCharsets.UTF_8)));
    }
}

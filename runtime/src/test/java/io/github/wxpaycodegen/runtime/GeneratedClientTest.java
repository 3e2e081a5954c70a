package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Facts that a generated client tells the runtime. */
class GeneratedClientTest {
    private static final Operation<Sent, Map<String, String>> OPERATION = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/pay", Read::readFrom)
            .build();

    private final V3Gateway gateway = new V3Gateway();

    private WxPayConfig config() {
        return V3Gateway.config().transport(() -> gateway).build();
    }

    @Test
    void givesAdviceAboutSharedCodes() {
        GeneratedClient generated = GeneratedClient.ofLevel(1)
                .v3Advice(code -> code.equals("NO_AUTH") ? "Ask for the permission." : null)
                .build();
        gateway.answer(403, "{\"code\":\"NO_AUTH\"}");

        try (WxPayClient client = WxPayClient.create(config(), generated)) {
            GatewayException refused = Assertions.catchThrowableOfType(GatewayException.class, () -> client.context()
                    .call(OPERATION, Sent.with(out -> {}).build()));
            assertThat(refused.advice()).isEqualTo("Ask for the permission.");
        }
    }

    @Test
    void olderClientsWork() {
        WxPayClient.create(config(), GeneratedClient.ofLevel(0).build()).close();
    }

    @Test
    void clientOfANewerRuntimeIsRefusedAtOnce() {
        GeneratedClient newer =
                GeneratedClient.ofLevel(GeneratedClient.NEWEST_LEVEL + 1).build();
        WxPayConfig config = config();

        try (WxPayClients clients = WxPayClients.create()) {
            assertThatThrownBy(() -> WxPayClient.create(config, newer))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("generated for a newer wxpay-runtime")
                    .hasMessageContaining("wxpay-bom");
            assertThatThrownBy(() -> clients.client(config, newer)).isInstanceOf(ConfigurationException.class);
        }
    }
}

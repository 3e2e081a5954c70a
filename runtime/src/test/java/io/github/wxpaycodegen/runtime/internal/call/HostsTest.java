package io.github.wxpaycodegen.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.CallOptions;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.RecordingTransport;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @Test
    void usesHostOfSpecOrConfiguration() {
        assertThat(called(c -> {}, op -> {}, o -> {})).isEqualTo("https://api.mch.weixin.qq.com/a");
        assertThat(called(c -> c.host(URI.create("https://apihk.mch.weixin.qq.com")), op -> {}, o -> {}))
                .isEqualTo("https://apihk.mch.weixin.qq.com/a");
        assertThat(called(c -> {}, op -> op.host("https://fraud.mch.weixin.qq.com/"), o -> {}))
                .isEqualTo("https://fraud.mch.weixin.qq.com/a");
    }

    @Test
    void callMayChooseNamedHost() {
        URI overseas = URI.create("https://apihk.mch.weixin.qq.com");
        assertThat(called(c -> {}, op -> op.alternativeHost(overseas.toString()), o -> o.host(overseas)))
                .isEqualTo("https://apihk.mch.weixin.qq.com/a");
        assertThat(called(c -> c.allowHost(overseas), op -> {}, o -> o.host(overseas)))
                .isEqualTo("https://apihk.mch.weixin.qq.com/a");
        assertThatThrownBy(() -> called(c -> {}, op -> {}, o -> o.host(URI.create("https://evil.example"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the host https://evil.example is not one of")
                .hasMessageContaining("Configure it with allowHost");
    }

    @Test
    void replacedHostMayHaveAPath() {
        assertThat(called(
                        c -> c.replaceHost(
                                URI.create("https://api.mch.weixin.qq.com"), URI.create("https://localhost:1/proxy/")),
                        op -> {},
                        o -> {}))
                .isEqualTo("https://localhost:1/proxy/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "content-type", "HOST", "Content-Length", "User-Agent", "Cookie"})
    void rejectsHeadersOfTheClient(String name) {
        assertThatThrownBy(() -> called(c -> {}, op -> {}, o -> o.header(name, "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the header " + name + " is set by the client itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "中", "\u0000"})
    void headerThatHttpDoesNotAllowIsRefused(String value) {
        assertThatThrownBy(() -> called(c -> {}, op -> {}, o -> o.header("X-Trace", value)))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> called(c -> {}, op -> {}, o -> o.header("X Trace", "a")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void sendsOtherHeaders() {
        RecordingTransport transport = RecordingTransport.answering("");
        call(transport, c -> {}, op -> {}, o -> o.header("X-Trace", "1"));
        assertThat(transport.sent().headers()).containsEntry("X-Trace", "1");
        assertThatThrownBy(() -> called(c -> {}, op -> {}, o -> o.timeout(Duration.ofMillis(-1))))
                .hasMessage("timeout must be positive (was PT-0.001S)");
    }

    private static String called(
            Consumer<WxPayConfig.Builder> configure,
            Consumer<Operation.Builder<Sent, Map<String, String>>> describe,
            Consumer<CallOptions.Builder> options) {
        RecordingTransport transport = RecordingTransport.answering("");
        call(transport, configure, describe, options);
        return transport.sent().uri().toString();
    }

    private static void call(
            RecordingTransport transport,
            Consumer<WxPayConfig.Builder> configure,
            Consumer<Operation.Builder<Sent, Map<String, String>>> describe,
            Consumer<CallOptions.Builder> options) {
        WxPayConfig.Builder config =
                WxPayConfig.builder().v2Key("192006250b4c09247ec02edce69f6a2d").transport(() -> transport);
        configure.accept(config);
        Operation.Builder<Sent, Map<String, String>> operation =
                Operation.v2(HttpMethod.POST, "/v2/a", "/a", Read::readFrom);
        describe.accept(operation);
        ApiContext context = WxPayClient.create(config.build()).context().with(options);
        // The empty answer is refused; what counts is where the request went.
        assertThatThrownBy(() -> context.callResponse(operation.build(), new Sent(out -> {})))
                .satisfies(e -> {
                    if (e instanceof ConfigurationException configuration) {
                        throw configuration;
                    }
                });
    }
}

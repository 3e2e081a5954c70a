package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A simulator, and configurations of a client that its gateway knows. */
final class Gateway implements AutoCloseable {
    static final String MCHID = "1230000109";
    static final String APPID = "wxd678efh567hg6787";

    private static final String V2_KEY = "integration-test-key-0123456789a";

    private final Simulator simulator;

    private Gateway(Simulator simulator) {
        this.simulator = simulator;
    }

    static Gateway start() {
        return new Gateway(
                Simulator.builder().keysFrom("tests").mchid(MCHID).v2Key(V2_KEY).start());
    }

    URI baseUri() {
        return simulator.baseUri();
    }

    WxPayConfig.Builder config() {
        return simulator.config().appid(APPID);
    }

    WxPayConfig.Builder configWithoutClientCertificate() {
        return WxPayConfig.builder()
                .mchid(MCHID)
                .appid(APPID)
                .v2Key(V2_KEY)
                .trust(simulator.caCertificate())
                .host(simulator.baseUri());
    }

    void next(String path, Behavior behavior) {
        simulator.next(path, behavior);
    }

    void dropNextConnection() {
        simulator.dropNextConnection();
    }

    List<RecordedCall> calls() {
        return simulator.calls();
    }

    Map<String, String> lastRequest(String path) {
        return simulator.calls().stream()
                .filter(call -> call.path().equals(path))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .fields();
    }

    void awaitCall(String path) throws InterruptedException {
        assertThat(simulator.awaitCall(path, Duration.ofMinutes(5))).isPresent();
    }

    @Override
    public void close() {
        simulator.close();
    }
}

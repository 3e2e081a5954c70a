package io.github.wxpaycodegen.simulator.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recognizes receivers on this machine. */
class NotificationRoutesTest {
    private final NotificationRoutes routes = new NotificationRoutes(Set.of("Host.Docker.internal", "[fd00::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "https://LocalHost:8080/notify",
                "http://localhost./",
                "http://shop.localhost:80/",
                "http://127.0.0.1:80/",
                "http://127.1.2.3/",
                "http://[::1]:80/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://host.docker.internal/",
                "http://[fd00::1]:8080/",
            })
    void allowsThisMachineAndNamedHosts(String url) {
        assertThat(routes.refusal(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/wxpay/notify",
                "http://localhost.example/",
                "http://notlocalhost/",
                "http://127.0.0.1.example/",
                "http://localhost@shop.example/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[::2]/",
                "http://[fe80::1]/",
                "http://[1::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://internal/",
            })
    void refusesOtherMachines(String url) {
        assertThat(routes.refusal(URI.create(url)).orElseThrow())
                .contains(URI.create(url).getHost())
                .contains("SimulatorBuilder.notifyHosts(");
    }
}

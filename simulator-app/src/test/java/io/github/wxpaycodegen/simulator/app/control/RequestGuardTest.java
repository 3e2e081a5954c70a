package io.github.wxpaycodegen.simulator.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that web pages of others make a browser send. */
class RequestGuardTest {
    private static final String JSON = "application/json";

    private final RequestGuard guard = new RequestGuard(InetAddress.getLoopbackAddress(), List.of("Simulator"));

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8480", "LOCALHOST", "127.0.0.1:1", "[::1]:8480", "simulator:8480", "localhost:32768"})
    void acceptsNamesOfThisMachine(String host) {
        assertThatCode(() -> guard.check(
                        "POST", List.of(host), Optional.of("http://" + host), Optional.empty(), Optional.of(JSON)))
                .doesNotThrowAnyException();
    }

    /** The name of a page of somebody else can be made to resolve to this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8480",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "",
                "[::2]"
            })
    void rejectsOtherHostsEvenForReading(String host) {
        assertThat(rejected("GET", List.of(host), null, null, null).code()).isEqualTo("HOST_NOT_ALLOWED");
    }

    @Test
    void rejectsMissingAndRepeatedHost() {
        assertThat(rejected("GET", List.of(), null, null, null).status()).isEqualTo(403);
        assertThat(rejected("GET", List.of("localhost", "evil.example"), null, null, null)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://localhost:8480",
                "http://localhost:9999",
                "http://localhost"
            })
    void rejectsChangesOfOtherOrigins(String origin) {
        assertThat(rejected("POST", List.of("localhost:8480"), origin, null, JSON)
                        .code())
                .isEqualTo("ORIGIN_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void rejectsChangesThatBrowserSaysAreForeign(String site) {
        assertThat(rejected("PUT", List.of("localhost"), null, site, JSON).code())
                .isEqualTo("ORIGIN_NOT_ALLOWED");
    }

    /** A form of another page can send these types without asking. */
    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""
            })
    void rejectsChangesThatAreNotJson(String type) {
        assertThat(rejected("POST", List.of("localhost"), null, null, type).status())
                .isEqualTo(415);
        assertThat(rejected("DELETE", List.of("localhost"), null, null, null).status())
                .isEqualTo(415);
    }

    @Test
    void acceptsJsonWithCharset() {
        assertThatCode(() -> guard.check(
                        "PUT",
                        List.of("localhost"),
                        Optional.empty(),
                        Optional.of("none"),
                        Optional.of("Application/JSON; charset=utf-8")))
                .doesNotThrowAnyException();
    }

    private ApiException rejected(String method, List<String> host, String origin, String site, String type) {
        return catchThrowableOfType(
                ApiException.class,
                () -> guard.check(
                        method,
                        host,
                        Optional.ofNullable(origin),
                        Optional.ofNullable(site),
                        Optional.ofNullable(type)));
    }
}

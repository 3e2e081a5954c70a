package io.github.wxpaycodegen.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options and environment variables. */
class SettingsTest {
    @Test
    void hasDefaults() throws Exception {
        Settings settings = read();

        assertThat(settings.merchants()).containsExactly("1230000109");
        assertThat(settings.port()).isEqualTo(8443);
        assertThat(settings.controlPort()).isEqualTo(8480);
        assertThat(settings.bind().isLoopbackAddress()).isTrue();
        assertThat(settings.controlBind().isLoopbackAddress()).isTrue();
        assertThat(settings.remembersOrders()).isTrue();
        assertThat(settings.suite()).isEqualTo("rsa");
        assertThat(settings.notificationSpeed()).isEqualTo(1);
        assertThat(settings.notificationTimeout()).hasSeconds(5);
    }

    @Test
    void readsOptions() throws Exception {
        Settings settings = read(
                "--merchant=1900000001",
                "--merchant",
                "1900000002",
                "--port",
                "0",
                "--remember-orders",
                "no",
                "--suite=SM",
                "--keys-dir",
                "keys",
                "--notification-speed",
                "2.5",
                "--notification-timeout",
                "3600",
                "--host",
                "a",
                "--host",
                "b",
                "--notify-host",
                "shop",
                "--seed",
                "s",
                "--brand",
                "9",
                "--control-bind",
                "0.0.0.0");

        assertThat(settings.merchants()).containsExactly("1900000001", "1900000002");
        assertThat(settings.port()).isZero();
        assertThat(settings.remembersOrders()).isFalse();
        assertThat(settings.suite()).isEqualTo("sm");
        assertThat(settings.keysDirectory()).isEqualTo(Path.of("keys"));
        assertThat(settings.notificationSpeed()).isEqualTo(2.5);
        assertThat(settings.notificationTimeout()).hasHours(1);
        assertThat(settings.hosts()).containsExactly("a", "b");
        assertThat(settings.notifyHosts()).containsExactly("shop");
        assertThat(settings.seed()).contains("s");
        assertThat(settings.brand()).contains("9");
        assertThat(settings.controlBind().isAnyLocalAddress()).isTrue();
    }

    @Test
    void readsEnvironmentVariables() throws Exception {
        Settings settings = Settings.read(
                List.of("--port", "1"),
                Map.of(
                        "WXPAY_SIMULATOR_MERCHANT", "1900000001, 1900000002",
                        "WXPAY_SIMULATOR_PORT", "2",
                        "WXPAY_SIMULATOR_CONTROL_PORT", "3",
                        "WXPAY_SIMULATOR_SEED", ""));

        assertThat(settings.merchants()).containsExactly("1900000001", "1900000002");
        assertThat(settings.port()).as("the command line wins").isEqualTo(1);
        assertThat(settings.controlPort()).isEqualTo(3);
        assertThat(settings.seed()).as("an empty variable is not set").isEmpty();
    }

    @Test
    void rememberOrdersNeedsNoValue() throws Exception {
        assertThat(read("--remember-orders", "--port", "0").remembersOrders()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--prot 1 | unknown option --prot; did you mean --port?",
                "--nonsense | unknown option --nonsense",
                "1230000109 | '1230000109' is not an option: options begin with --, such as --port",
                "--port | --port needs a value: --port N",
                "--port --seed a | --port needs a value: --port N",
                "--port 1 --port 2 | --port may be given only once",
                "--port 65536 | --port must be a port from 0 to 65535 (was '65536')",
                "--port x | --port must be a port from 0 to 65535 (was 'x')",
                "--merchant ../x | --merchant must be an id of 8 to 10 digits (was '../x')",
                "--merchant 1900000001 --merchant 1900000001 | --merchant must name each merchant only once (was [1900000001, 1900000001])",
                "--suite aes | --suite must be rsa or sm (was 'aes')",
                "--notification-speed 0 | --notification-speed must be a positive number (was '0')",
                "--notification-speed NaN | --notification-speed must be a positive number (was 'NaN')",
                "--notification-timeout 0 | --notification-timeout must be a number of seconds from 1 to 86400 (was '0')",
                "--notification-timeout 5s | --notification-timeout must be a number of seconds from 1 to 86400 (was '5s')",
                "--notification-timeout 86401 | --notification-timeout must be a number of seconds from 1 to 86400 (was '86401')",
                "--remember-orders maybe | --remember-orders must be yes or no (was 'maybe')",
                "--v3-key secret | --v3-key must be 32 characters (has 6)",
                "--seed= | --seed must not be blank",
            })
    void rejectsWrongOptions(String line, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> read(line.split(" ")))
                .withMessage(message);
    }

    @Test
    void errorNamesEnvironmentVariable() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Settings.read(List.of(), Map.of("WXPAY_SIMULATOR_PORT", "x")))
                .withMessage("WXPAY_SIMULATOR_PORT must be a port from 0 to 65535 (was 'x')");
    }

    @Test
    void everyOptionHasVariable() {
        assertThat(Arrays.stream(Option.values()).map(Option::variable))
                .allMatch(variable -> variable.matches("WXPAY_SIMULATOR_[A-Z0-9_]+"))
                .doesNotHaveDuplicates();
    }

    private static Settings read(String... args) throws UsageException {
        return Settings.read(List.of(args), Map.of());
    }
}

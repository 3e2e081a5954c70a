package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.cli.command.Terminal;
import io.github.wxpaycodegen.cli.settings.SettingNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class ProgramTest {
    @Test
    void listsCommandsAndStatusesInItsHelp() {
        Run run = Run.of("--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Usage: wxpay")
                .contains("operations", "completion", "Exit status:", "NO_COLOR");
    }

    @Test
    void endsWithStatusTwoForAWrongCommandLine() {
        assertThat(Run.of().status()).isEqualTo(2);
        assertThat(Run.of("operation").status()).isEqualTo(2);
        assertThat(Run.of("operation").err()).contains("operations");
        assertThat(Run.of("operations", "--no-such-option").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--v3-key", "--v2-key", "--merchant-private-key-pem", "--client-certificate-password", "--V3-KEY"
            })
    void refusesSecretsAsOptionsWithoutShowingThem(String option) {
        for (String[] args : new String[][] {{"operations", option, "hunter2"}, {"operations", option + "=hunter2"}}) {
            Run run = Run.of(args);

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("is not accepted", "_FILE").doesNotContain("hunter2");
            assertThat(run.out()).isEmpty();
        }
    }

    /** A variable that does not exist would be set in vain. */
    @Test
    void namesOnlyVariablesThatExistInPlaceOfSecrets() {
        Pattern variable = Pattern.compile("WXPAY_[A-Z0-9_]+");
        for (String option : List.of(
                "--v2-key",
                "--v3-key",
                "--brand-v3-key",
                "--workwx-secret",
                "--merchant-private-key",
                "--merchant-private-key-pem",
                "--private-key",
                "--brand-private-key",
                "--brand-private-key-pem",
                "--client-certificate",
                "--client-certificate-key-pem",
                "--client-certificate-password",
                "--proxy-password",
                "--api-key",
                "--secret",
                "--password")) {
            Matcher client =
                    variable.matcher(Run.of("doctor", option, "hunter2").err());
            Matcher simulator =
                    variable.matcher(Run.of("simulate", option, "hunter2").err());

            while (client.find()) {
                assertThat(SettingNames.contains(name(client.group(), "WXPAY_")))
                        .as(client.group())
                        .isTrue();
            }
            while (simulator.find()) {
                assertThat(simulator.group()).isIn("WXPAY_SIMULATOR_V2_KEY", "WXPAY_SIMULATOR_V3_KEY");
            }
        }
        assertThat(Run.of("doctor", "--private-key", "x").err()).contains("WXPAY_MERCHANT_PRIVATE_KEY_PEM_FILE");
        assertThat(Run.of("doctor", "--api-key", "x").err()).contains("WXPAY_V2_KEY_FILE or WXPAY_V3_KEY_FILE");
    }

    private static String name(String variable, String prefix) {
        return variable.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A result that went nowhere must not look like a success; after a call, the outcome matters more. */
    @Test
    void endsWithStatusFiveIfTheOutputIsLost() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(full, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Ansi.OFF);

        assertThat(WxPayCli.run(List.of("operations", "--path", "/v3/pay/transactions/native"), terminal))
                .isEqualTo(5);
        assertThat(WxPayCli.run(List.of("doctor"), terminal)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written to the standard output");
    }

    @Test
    void printsACompletionScriptForAllCommands() {
        Run run = Run.of("completion");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("operations", "--field");
    }

    @Test
    void printsItsVersion() {
        assertThat(Run.of("--version").out()).startsWith("wxpay ");
    }
}

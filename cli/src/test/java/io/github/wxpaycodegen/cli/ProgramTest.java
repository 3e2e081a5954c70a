package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

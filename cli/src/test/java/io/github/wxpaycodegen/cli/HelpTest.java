package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {
    @ParameterizedTest
    @CsvSource({
        "operations, --field",
        "doctor, --online",
        "verify, --received-at",
        "call, --yes",
        "trigger, --to",
        "bill, --date",
        "generate, --package",
        "openapi, --format",
        "docs, --out",
        "completion, bash",
    })
    void eachCommandExplainsItself(String command, String option) {
        Run run = Run.of(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Usage: wxpay " + command)
                .contains(option, "--help", "Exit status:")
                .doesNotContain("\u001b");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Run.of("--help").out()).contains("  " + command + " ");
    }

    @ParameterizedTest
    @CsvSource({"operations", "doctor", "verify", "call", "trigger", "bill", "generate", "openapi", "docs"})
    void eachCommandThatReportsHasJson(String command) {
        assertThat(Run.of(command, "--help").out()).contains("--json");
    }
}

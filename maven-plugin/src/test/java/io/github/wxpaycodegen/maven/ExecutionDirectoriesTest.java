package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionDirectoriesTest {
    private static final Path A = Path.of("target/a");

    private final Map<Object, Object> context = new HashMap<>();

    @Test
    void executionWithIdHasItsOwnDirectory() {
        assertThat(ExecutionDirectories.name("default")).isEqualTo("wxpay");
        assertThat(ExecutionDirectories.name("default-cli")).isEqualTo("wxpay");
        assertThat(ExecutionDirectories.name("second")).isEqualTo("wxpay-second");
    }

    @Test
    void namesConflictingExecution() {
        assertThat(ExecutionDirectories.claim(context, A, "first", "x")).isEmpty();
        assertThat(ExecutionDirectories.claim(context, Path.of("target/b"), "second", "y"))
                .isEmpty();

        assertThat(ExecutionDirectories.claim(context, A, "second", "y")).contains("first");
    }

    @Test
    void indexIsOfTheFirstExecution() {
        assertThat(ExecutionDirectories.claimIndex(context, "first", "x")).isEmpty();
        assertThat(ExecutionDirectories.claimIndex(context, "default-cli", "x")).isEmpty();

        assertThat(ExecutionDirectories.claimIndex(context, "second", "y")).contains("first");
    }

    @Test
    void sameClientMayBeGeneratedAgain() {
        assertThat(ExecutionDirectories.claim(context, A, "default", "x")).isEmpty();

        assertThat(ExecutionDirectories.claim(context, A, "default-cli", "x")).isEmpty();
    }
}

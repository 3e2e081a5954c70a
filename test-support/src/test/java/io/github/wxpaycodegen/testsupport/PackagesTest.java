package io.github.wxpaycodegen.testsupport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void reportsCycles() {
        assertThatThrownBy(() -> Packages.haveNoCycles().check(Packages.of(Sample.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }
}

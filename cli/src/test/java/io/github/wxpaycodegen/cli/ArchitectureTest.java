package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** Allowed dependencies between the packages of the program. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Packages.of(WxPayCli.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    @Test
    void packagesAreSmall() {
        assertThat(Packages.largerThan(30, CLASSES)).isEmpty();
    }
}

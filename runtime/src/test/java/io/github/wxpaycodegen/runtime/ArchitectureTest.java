package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** The dependencies between the packages of the runtime. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Packages.of(WxPayConfig.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    @Test
    void packagesAreSmall() {
        assertThat(Packages.largerThan(40, CLASSES)).isEmpty();
    }
}

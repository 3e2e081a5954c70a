package io.github.wxpaycodegen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void countsTopLevelClassesOfEachPackage() {
        JavaClasses module = Packages.of(Sample.class);

        assertThat(Packages.largerThan(1, module)).containsExactly(Sample.class.getPackageName());
        assertThat(Packages.largerThan(0, module)).hasSize(2);
        assertThat(Packages.largerThan(40, module)).isEmpty();
    }

    @Test
    void reportsCycles() {
        assertThatThrownBy(() -> Packages.haveNoCycles().check(Packages.of(Sample.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }
}

package io.github.wxpaycodegen.micrometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** The use of the runtime and of Micrometer. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Packages.of(CallMetrics.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    /** An application may write such a module itself, for another library of metrics. */
    @Test
    void usesOnlyThePublicApiOfTheRuntime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.wxpaycodegen.runtime.internal..")
                .check(CLASSES);
    }

    /** Those are not API, and change without notice. */
    @Test
    void usesNothingInternalOfMicrometer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..internal..")
                .check(CLASSES);
    }
}

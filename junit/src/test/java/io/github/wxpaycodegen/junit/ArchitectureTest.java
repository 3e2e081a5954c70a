package io.github.wxpaycodegen.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** The dependencies of the module's packages, because projects have only some of them. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Packages.of(WxPaySimulator.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    @Test
    void usesOnlyPublicApi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.wxpaycodegen.runtime.internal..",
                        "io.github.wxpaycodegen.simulator.internal..",
                        "io.github.wxpaycodegen.generator..")
                .check(CLASSES);
    }

    @Test
    void usesAssertJOnlyInItsPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.wxpaycodegen.junit.assertj..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(CLASSES);
    }

    @Test
    void assertionsNeedNoJUnit() {
        noClasses()
                .that()
                .resideInAnyPackage("io.github.wxpaycodegen.junit.assertj..", "io.github.wxpaycodegen.junit.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.springframework..")
                .check(CLASSES);
    }

    /** A project without Spring must not load a class of it. */
    @Test
    void usesSpringOnlyForWxPayTest() {
        noClasses()
                .that()
                .doNotHaveSimpleName("WxPayTest")
                .and()
                .doNotHaveSimpleName("SpringSimulatorExtension")
                .and()
                .doNotHaveSimpleName("SimulatorContextCustomizer")
                .and()
                .doNotHaveSimpleName("SimulatorContextCustomizerFactory")
                .and()
                .doNotHaveSimpleName("HiddenProperties")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }
}

package io.github.wxpaycodegen.springboot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** The use of the runtime, and of the two versions of Spring Boot. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Packages.of(WxPayMerchants.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    /** An application may configure its clients itself in the same way. */
    @Test
    void usesOnlyThePublicApiOfTheRuntime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.wxpaycodegen.runtime.internal..")
                .check(CLASSES);
    }

    /** The application may have generated another client. */
    @Test
    void onlyTheDefaultFactoryUsesTheBundledClient() {
        noClasses()
                .that(simpleNameStartingWith("WxPayAutoConfiguration")
                        .negate()
                        .and(simpleName("BundledClient").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.wxpaycodegen.client..")
                .check(CLASSES);
    }

    /** Those packages are missing in the other version, where only these classes are not loaded. */
    @Test
    void onlyHealthDependsOnTheVersionOfSpringBoot() {
        noClasses()
                .that(simpleNameStartingWith("Boot3")
                        .or(simpleNameStartingWith("Boot4"))
                        .negate())
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.boot.health..")
                        .or(resideInAPackage("org.springframework.boot.actuate.health.."))
                        .or(resideInAPackage("org.springframework.boot.actuate.autoconfigure.health..")))
                .check(CLASSES);
    }
}

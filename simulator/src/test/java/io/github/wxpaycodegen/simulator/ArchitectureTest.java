package io.github.wxpaycodegen.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** The dependencies of the simulator's packages: on each other, the runtime and the generator. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Packages.of(Simulator.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    @Test
    void packagesAreSmall() {
        assertThat(Packages.largerThan(40, CLASSES)).isEmpty();
    }

    /** A mistake in code that client and simulator share would stay hidden: the simulator has its own to sign and encrypt. */
    @Test
    void checksUseNoCodeOfTheRuntimeThatSignsOrEncrypts() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.wxpaycodegen.runtime.internal..")
                .check(CLASSES);
    }

    /** The simulator works from the model of the specs, not from what is emitted for them. */
    @Test
    void simulatorUsesNoEmitter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.wxpaycodegen.generator.emit..", "io.github.wxpaycodegen.generator.write..")
                .check(CLASSES);
    }
}

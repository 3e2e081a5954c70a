package io.github.wxpaycodegen.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** The stages run one way: files are read, names are given, Java is emitted and written. */
class ArchitectureTest {
    private static final String ROOT = "io.github.wxpaycodegen.generator.";
    private static final JavaClasses CLASSES = Packages.of(Generator.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    /** Emitters know the model alone, so whatever made it, they emit the same. */
    @Test
    void emittersUseNoReader() {
        forbid("emit", "read", "lint", "write", "tool");
    }

    /** Without this, a name could depend on more than its own file. */
    @Test
    void namesDependOnNoReaderAndNoEmitter() {
        forbid("name", "read", "emit", "lint", "write", "tool");
    }

    private static void forbid(String user, String... used) {
        for (String each : used) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + user + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + each + "..")
                    .check(CLASSES);
        }
    }
}

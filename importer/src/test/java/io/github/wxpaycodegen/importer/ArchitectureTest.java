package io.github.wxpaycodegen.importer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** Readers of sources know nothing of specs, and what compares facts knows no source. */
class ArchitectureTest {
    private static final String ROOT = "io.github.wxpaycodegen.importer.internal.";
    private static final JavaClasses CLASSES = Packages.of(Importer.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(CLASSES);
    }

    @Test
    void readersDependOnNoComparison() {
        forbid("openapi", "draft", "fact", "merge");
        forbid("page", "draft", "fact", "merge", "openapi");
    }

    @Test
    void comparisonDependsOnNoReader() {
        forbid("merge", "openapi", "page");
        forbid("fact", "openapi", "page", "draft");
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

package io.github.wxpaycodegen.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.junit.jupiter.api.Test;

/** Pages are plain data: what builds them prints nothing, and what prints them knows no spec. */
class ArchitectureTest {
    private static final String ROOT = "io.github.wxpaycodegen.reference.";
    private static final JavaClasses CLASSES = Packages.of(ReferenceSite.class);

    @Test
    void packagesHaveNoCycles() {
        Packages.haveNoCycles().check(withoutTemplates());
    }

    @Test
    void pagesKnowNeitherSpecsNorPrinters() {
        forbid("page", "io.github.wxpaycodegen.generator..", ROOT + "build..", ROOT + "render..");
    }

    @Test
    void templatesKnowPagesOnly() {
        forbid(
                "template",
                "io.github.wxpaycodegen.generator..",
                ROOT + "build..",
                ROOT + "sample..",
                ROOT + "snippet..");
        forbid("render", "io.github.wxpaycodegen.generator.model..", ROOT + "build..", ROOT + "sample..");
    }

    @Test
    void buildersDoNotPrint() {
        forbid("build", ROOT + "render..", ROOT + "template..");
    }

    /** The templates and what calls them need each other: a template is given the place of its page. */
    private static JavaClasses withoutTemplates() {
        return CLASSES.that(DescribedPredicate.describe(
                "not a template", each -> !each.getPackageName().startsWith(ROOT + "template")));
    }

    private static void forbid(String user, String... used) {
        for (String each : used) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + user + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(each)
                    .check(CLASSES);
        }
    }
}

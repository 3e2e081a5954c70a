package io.github.wxpaycodegen.gradle;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.wxpaycodegen.testsupport.Packages;
import org.gradle.api.Project;
import org.junit.jupiter.api.Test;

/** Tasks run from the configuration cache, where there is no project. */
class ConfigurationCacheTest {
    private static final JavaClasses CLASSES = Packages.of(WxpayPlugin.class);

    @Test
    void onlyThePluginUsesTheProject() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(WxpayPlugin.class.getName())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Project.class.getName())
                .check(CLASSES);
        noClasses().should().callMethodWhere(target(name("getProject"))).check(CLASSES);
    }
}

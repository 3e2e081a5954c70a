package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The roles of the bundled specs. A role that has an official page of its own may call the operation. */
class BundledRolesTest {
    private static final List<Case> CASES = new ArrayList<>();

    /** A link to a page that is written for one role, and the documentation that has it. */
    private record Case(String name, DocsPage page, Documentation documentation) {}

    @BeforeAll
    static void read() {
        Specs specs = Bundled.specs();
        specs.endpoints().forEach(endpoint -> endpoint.operations()
                .forEach(operation -> add(operation.method() + " /" + endpoint.uri(), operation.documentation())));
        specs.notifications()
                .forEach(notification -> add("notification " + notification.id(), notification.documentation()));
    }

    private static void add(String name, Documentation documentation) {
        documentation.pages().stream()
                .filter(page -> page.role().isPresent())
                .forEach(page -> CASES.add(new Case(name, page, documentation)));
    }

    @Test
    void pagesOfManyRolesAreLabeled() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(800);
    }

    @Test
    void rolesContainTheRoleOfEachPage() {
        assertThat(CASES).allSatisfy(each -> assertThat(each.documentation().roles())
                .as(
                        "roles of %s, which has the page %s",
                        each.name(), each.page().url())
                .contains(each.page().role().orElseThrow()));
    }
}

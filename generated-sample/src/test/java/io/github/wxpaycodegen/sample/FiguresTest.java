package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The numbers of operations in the README, the guides and a decision are those of the specs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
    private List<Operation> operations = List.of();

    @BeforeAll
    void readSpecs() throws Exception {
        operations = TypedApi.bundledSpecs().endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .toList();
    }

    private long count(Predicate<Operation> kind) {
        return operations.stream().filter(kind).count();
    }

    @Test
    void countsAllOperations() throws IOException {
        String all = NumberFormat.getIntegerInstance(Locale.ROOT).format(operations.size());

        assertContains("README.md", "all " + all + " operations of v2");
        assertContains("README.md", "| typed operations | " + all + ",");
        assertContains("README.zh-CN.md", "的全部 " + all + " 个接口");
        assertContains("README.zh-CN.md", "| 强类型接口数 | " + all + "，");
    }

    @Test
    void countsOperationsThatCanBeSettled() throws IOException {
        long changing = count(operation -> !operation.effects().readOnly());
        long queried = count(operation -> operation.effects().settledBy().isPresent());
        int incomplete = SettleEveryOperationTest.WITHOUT_NUMBER.size();
        long settled = queried - incomplete;

        assertContains(
                "README.md",
                "Of the " + changing + " operations that change something, " + settled + " can be settled");
        assertContains("README.zh-CN.md", "会改变状态的接口有 " + changing + " 个，其中 " + settled + " 个可以这样查清");
        assertContains(
                "docs/guide/errors.md",
                "Of the " + changing + " operations that change something, " + queried + " name such a query. In "
                        + incomplete + " of these,");
        assertContains(
                "docs/guide/zh/errors.md",
                "会改变状态的接口有 " + changing + " 个，其中 " + queried + " 个有对应的查询；这 " + queried + " 个中有 " + incomplete + " 个");
        assertContains(
                "docs/decisions/0017-an-exception-settles-its-call.md",
                settled + " of the " + queried + " that have a query can settle");
    }

    @Test
    void countsLists() throws IOException {
        long paged = count(operation -> operation.pages().isPresent());

        assertContains(
                "docs/guide/pages.md", "Each query whose spec describes the paging has it: " + paged + " queries.");
        assertContains("docs/guide/zh/pages.md", "规格写明分页方式的查询都有 `list`，共 " + paged + " 个。");
    }

    private static void assertContains(String file, String text) throws IOException {
        assertThat(Files.readString(Path.of("..", file)).replaceAll("\\s+", " "))
                .as(file)
                .contains(text);
    }
}

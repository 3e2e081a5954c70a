package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    @TempDir
    private Path directory;

    @Test
    void writesTheSourcesOfTheIncludedOperations() {
        Path sources = directory.resolve("java");

        Run run = Run.of(
                "generate",
                "--package",
                "com.example.pay",
                "--out",
                sources.toString(),
                "--include",
                "v2/pay/orderquery");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).startsWith("generated: ");
        assertThat(sources.resolve("com/example/pay/WxPay.java")).exists();
    }

    @Test
    void printsErrorsOfOwnSpecsWithTheirLines() throws IOException {
        Path own = directory.resolve("specs/v2/pay");
        Files.createDirectories(own);
        Files.writeString(own.resolve("holdorder.yaml"), "post:\n  title: x\n");

        Run run = Run.of(
                "generate",
                "--package",
                "com.example.pay",
                "--out",
                directory.resolve("java").toString(),
                "--specs",
                directory.resolve("specs").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("error[WX102]", "v2/pay/holdorder.yaml:1:1");
        assertThat(directory.resolve("java")).doesNotExist();
    }

    @Test
    void saysWhichOwnSpecsAreReadAndWhichAreNot() throws IOException {
        Path own = Files.createDirectories(directory.resolve("specs/v3"));
        Files.writeString(own.resolve("_errors.yaml"), "errors: [{code: MINE, title: 自有}]\n");
        Files.writeString(own.resolve("b.yml"), "uri: v3/b\n");

        Run run = generate("v2/pay/orderquery");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err().lines())
                .contains(
                        "warning: v3/b.yml is not read: the name of a spec must end in .yaml",
                        "v3/_errors.yaml extends the bundled errors");
    }

    @Test
    void warnsOfOwnWriteThatItsQueryCannotSettle() throws IOException {
        Path own = Files.createDirectories(directory.resolve("specs/v3/mine"));
        Files.writeString(
                own.resolve("pay.yaml"),
                "uri: v3/mine/pay\npost: {title: A, settledBy: v3/mine/close, request: {no: {type: string}}}\n");
        Files.writeString(own.resolve("close.yaml"), "uri: v3/mine/close\npost: {title: B}\n");

        Run run = generate("v3/mine/**");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("warning[WX601]: `settledBy: v3/mine/close` is not a query", "v3/mine/pay.yaml:2:29");
    }

    @Test
    void explainsCycleOfLinks() throws IOException {
        Path own = Files.createDirectories(directory.resolve("specs/v3"));
        Files.createSymbolicLink(own.resolve("back"), directory.resolve("specs"));

        Run run = generate("v2/pay/orderquery");

        assertThat(run.status()).isNotZero();
        assertThat(run.err()).contains("back is a link to a folder that contains it: remove the link");
    }

    private Run generate(String include) {
        return Run.of(
                "generate",
                "--package",
                "com.example.pay",
                "--out",
                directory.resolve("java").toString(),
                "--specs",
                directory.resolve("specs").toString(),
                "--include",
                include);
    }

    @Test
    void needsAPackage() {
        assertThat(Run.of("generate", "--out", "x").status()).isEqualTo(2);
    }
}

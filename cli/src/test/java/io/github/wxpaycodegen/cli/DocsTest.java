package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsTest {
    @TempDir
    private Path directory;

    @Test
    void writesPagesOfBundledAndOwnSpecs() throws IOException {
        Path own = Files.createDirectories(directory.resolve("specs/v2/pay"));
        Files.writeString(own.resolve("holdorder.yaml"), """
                uri: v2/pay/holdorder
                post:
                  title: 冻结订单
                  request:
                    out_trade_no: {type: string, required: true, title: 商户订单号}
                  response:
                    return_code: {type: ReturnCode, required: true, title: 返回状态码}
                """);
        Path site = directory.resolve("site");

        Run run = Run.of(
                "docs",
                "--out",
                site.toString(),
                "--specs",
                own.getParent().getParent().toString());

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).startsWith("written: ").contains("open " + site.resolve("index.html"));
        assertThat(Files.readString(site.resolve("zh/v2/pay/holdorder.post.html")))
                .contains("冻结订单");
        assertThat(site.resolve("en/v3/pay/transactions/native.post.html")).exists();
    }

    @Test
    void printsErrorsOfOwnSpecsWithTheirLines() throws IOException {
        Path own = Files.createDirectories(directory.resolve("specs/v2/pay"));
        Files.writeString(own.resolve("holdorder.yaml"), "post:\n  title: x\n");
        Path site = directory.resolve("site");

        Run run = Run.of(
                "docs",
                "--out",
                site.toString(),
                "--specs",
                directory.resolve("specs").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("error[WX102]", "v2/pay/holdorder.yaml:1:1");
        assertThat(site).doesNotExist();
    }

    @Test
    void rejectsWrongPackage() {
        Run run = Run.of("docs", "--out", directory.toString(), "--package", "1st");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("basePackage must be the name of a Java package: 1st");
    }
}

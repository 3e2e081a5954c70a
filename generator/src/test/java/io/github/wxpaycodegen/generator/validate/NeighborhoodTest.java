package io.github.wxpaycodegen.generator.validate;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.lint.SpecLint;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bundled spec that has findings is taken for one of a project's own: its neighborhood must yield the same. */
class NeighborhoodTest {
    private static List<SpecFile> bundled;
    private static Map<String, List<Diagnostic>> findings;

    @BeforeAll
    static void read() throws IOException {
        bundled = Bundled.files();
        findings = SpecLint.check(Bundled.specs()).stream()
                .collect(Collectors.groupingBy(diagnostic -> diagnostic.span().file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v2/_types.yaml",
                "v2/pay/",
                "v2/wxv/",
                "v3/pay/transactions/",
                "v3/payscore/_types.yaml",
                "v3/payscore/",
                "v3/edu-papay/",
                "v3/marketing/favor/",
                "v3/fund-app/mch-transfer/",
                "v3/gov/",
                "brand/marketing/",
                "notifications/v3/TRANSACTION.SUCCESS.yaml",
                "notifications/v2/",
            })
    void neighborhoodYieldsTheSameFindings(String prefix) {
        List<SpecFile> own =
                bundled.stream().filter(file -> file.path().startsWith(prefix)).toList();
        List<String> expected = own.stream()
                .flatMap(file -> findings.getOrDefault(file.path(), List.of()).stream())
                .map(Object::toString)
                .toList();

        Validation validation = SpecValidator.validate(bundled, own, Severities.defaults());

        assertThat(own).isNotEmpty();
        assertThat(validation.findings().stream()
                        .map(Finding::diagnostic)
                        // The others are bundled findings that relate to one of these files.
                        .filter(diagnostic -> findings.getOrDefault(
                                        diagnostic.span().file(), List.of())
                                .contains(diagnostic))
                        .map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void newSpecReadsFewFiles() {
        SpecFile own = file("v2/pay/holdorder.yaml", "uri: v2/pay/holdorder\npost: {title: A}\n");

        assertThat(SpecValidator.validate(bundled, List.of(own), Severities.defaults())
                        .files())
                .hasSizeLessThan(100);
    }
}

package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The findings in the bundled specs, each of which was reviewed. */
class BundledSpecsLintTest {
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed");
    private static List<SpecFile> files;
    private static List<Diagnostic> findings;

    @BeforeAll
    static void read() throws IOException {
        files = Bundled.files();
        findings = SpecLint.check(Bundled.specs());
    }

    @Test
    void everyFindingIsReviewed() throws IOException {
        List<Reviewed> reviewed = reviewed();
        Map<String, Long> counted = counted();
        List<Diagnostic> open = findings.stream()
                .filter(finding -> !counted.containsKey(finding.code().id()))
                // LookAlikesTest has the reason for each, and knows the types that are declared in place too.
                .filter(finding -> finding.code() != Code.LOOKS_LIKE_SHARED)
                .filter(finding -> reviewed.stream().noneMatch(r -> r.covers(finding)))
                .toList();

        assertThat(SpecReading.printer(files).print(open)).isEqualTo("0 errors\n");
    }

    @Test
    void everyReviewedFindingIsStillThere() throws IOException {
        assertThat(reviewed().stream()
                        .filter(r -> findings.stream().noneMatch(r::covers))
                        .map(Reviewed::line))
                .isEmpty();
    }

    @Test
    void countedFindingsDoNotIncrease() throws IOException {
        Map<String, Long> counted = counted();
        Map<String, Long> found = findings.stream()
                .map(finding -> finding.code().id())
                .filter(counted::containsKey)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(found).as("write the new number down if it fell").isEqualTo(counted);
    }

    private static Map<String, Long> counted() throws IOException {
        return Files.readAllLines(REVIEWED.resolve("counted.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.valueOf(parts[1])));
    }

    private static List<Reviewed> reviewed() throws IOException {
        return Files.readAllLines(REVIEWED.resolve("lint.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Reviewed::parse)
                .toList();
    }

    /** A line {@code code ; file ; message ; reason}; {@code *} in file and message stands for any text. */
    private record Reviewed(String line, String code, Pattern file, Pattern message) {
        static Reviewed parse(String line) {
            String[] parts = line.split(" ; ", -1);
            if (parts.length != 4 || parts[3].isBlank()) {
                throw new IllegalArgumentException("not `code ; file ; message ; reason`: " + line);
            }
            return new Reviewed(line, parts[0], glob(parts[1]), glob(parts[2]));
        }

        private static Pattern glob(String text) {
            return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
        }

        boolean covers(Diagnostic finding) {
            return finding.code().id().equals(code)
                    && file.matcher(finding.span().file()).matches()
                    && message.matcher(finding.message()).matches();
        }
    }
}

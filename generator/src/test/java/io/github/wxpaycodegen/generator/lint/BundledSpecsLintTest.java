package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The findings in the bundled specs, each of which was reviewed. */
class BundledSpecsLintTest {
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed");
    private static List<SpecFile> files;
    private static List<Diagnostic> findings;

    @BeforeAll
    static void read() throws IOException {
        files = SpecFiles.ofDirectory(Path.of("../api-specs")).stream()
                .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*"))
                .toList();
        findings = SpecLint.check(SpecReader.read(files).specs().orElseThrow());
    }

    @Test
    void everyFindingIsReviewed() throws IOException {
        List<Reviewed> reviewed = reviewed();
        List<Diagnostic> open = findings.stream()
                .filter(finding -> finding.code() != Code.TEXT_WITHOUT_LENGTH)
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

    /** The number of texts in requests whose length nobody knows; it only falls. */
    @Test
    void textsWithoutLengthDoNotIncrease() throws IOException {
        long count = findings.stream()
                .filter(finding -> finding.code() == Code.TEXT_WITHOUT_LENGTH)
                .count();
        String committed =
                Files.readString(REVIEWED.resolve("texts-without-length.txt")).strip();

        assertThat(count).as("write the new number down if it fell").isEqualTo(Long.parseLong(committed));
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

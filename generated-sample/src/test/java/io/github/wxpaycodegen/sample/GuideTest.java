package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides show examples that are compiled, and run where they are tests, and the imports that they need. */
class GuideTest {
    private static final Path EXAMPLES = Path.of("src/test/java/io/github/wxpaycodegen/examples");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- from (\\w+\\.java) -->\n```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");
    private static final Pattern JAVA = Pattern.compile("\"java\": ?\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.* `(pay\\.[^`]+)` \\|$");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"");

    @ParameterizedTest
    @CsvSource({
        "configuration, 4",
        "files-and-bills, 4",
        "front-end, 1",
        "messages, 5",
        "notifications, 6",
        "observability, 1",
        "pages, 4",
        "raw-calls, 5",
        "testing, 6"
    })
    void guideShowsTheExamples(String guide, int examples) throws IOException {
        compare(Path.of("../docs/guide", guide + ".md"), examples);
    }

    /** A snippet that does not say what its names are cannot be copied. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration",
                "files-and-bills",
                "front-end",
                "messages",
                "notifications",
                "observability",
                "pages",
                "raw-calls",
                "testing"
            })
    void guideShowsTheImportsOfItsExamples(String guide) throws IOException {
        String page = Files.readString(Path.of("../docs/guide", guide + ".md"));
        Set<String> needed = new TreeSet<>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            String code = LITERAL.matcher(blocks.group(2)).replaceAll("").replaceAll("\\s// .*", "");
            IMPORT.matcher(Files.readString(EXAMPLES.resolve(blocks.group(1))))
                    .results()
                    .filter(line -> Pattern.compile("(?<![\\w.])" + line.group(1) + "\\b")
                            .matcher(code)
                            .find())
                    .forEach(line -> needed.add(line.group()));
        }
        assertThat(IMPORT.matcher(page).results().map(MatchResult::group)).containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void readmeShowsTheExamples(String readme) throws IOException {
        compare(Path.of("..", readme), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void readmeNamesCallsOfTheClient(String readme) throws IOException {
        Set<String> known = new TreeSet<>();
        try (InputStream index = WxPay.class.getResourceAsStream("/META-INF/wxpay/operations.json")) {
            JAVA.matcher(new String(index.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(call -> known.add(call.group(1)));
        }

        assertThat(ROW.matcher(Files.readString(Path.of("..", readme)))
                        .results()
                        .map(row -> row.group(1)))
                .hasSize(22)
                .isSubsetOf(known);
    }

    private static void compare(Path page, int examples) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        int shown = 0;
        while (blocks.find()) {
            assertThat(code(Files.readString(EXAMPLES.resolve(blocks.group(1)))))
                    .contains(code(blocks.group(2)));
            shown++;
        }
        assertThat(shown).isEqualTo(examples);
    }

    /** Without its layout, for a page is narrower than a source file, and without the comments of the page. */
    private static String code(String text) {
        return text.replaceAll("(?<!\\S)// .*", "").replaceAll("\\s+", "");
    }
}

package io.github.wxpaycodegen.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide shows examples that are compiled and run, and the imports that they need. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/spring-boot.md");
    private static final Path EXAMPLES = Path.of("src/test/java/io/github/wxpaycodegen/springboot/examples");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- from (\\w+\\.java) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);$");
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

    private static final int EXAMPLES_SHOWN = 7;

    @Test
    void guideShowsTheExamples() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        int shown = 0;
        while (blocks.find()) {
            assertThat(code(Files.readString(EXAMPLES.resolve(blocks.group(1)))))
                    .contains(code(blocks.group(2)));
            shown++;
        }
        assertThat(shown).isEqualTo(EXAMPLES_SHOWN);
    }

    @Test
    void guideShowsTheImportsOfItsExamples() throws IOException {
        String page = Files.readString(GUIDE);
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

    /** Without its layout, because a page is narrower than a source file, and without the comments of the page. */
    private static String code(String text) {
        return text.replaceAll("\\s// .*", "").replaceAll("\\s+", "");
    }
}

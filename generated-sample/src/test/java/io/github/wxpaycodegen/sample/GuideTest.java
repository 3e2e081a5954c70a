package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide shows of an example is what stands in the example, which is compiled and run. */
class GuideTest {
    private static final Path EXAMPLES = Path.of("src/test/java/io/github/wxpaycodegen/examples");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- from (\\w+\\.java) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExamplesAreWhatTheGuideShows() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/guide/notifications.md")));
        int shown = 0;
        while (blocks.find()) {
            assertThat(lines(Files.readString(EXAMPLES.resolve(blocks.group(1)))))
                    .contains(lines(blocks.group(2)));
            shown++;
        }
        assertThat(shown).isEqualTo(2);
    }

    private static String lines(String code) {
        return code.lines().map(String::strip).reduce("", (all, line) -> all + "\n" + line);
    }
}

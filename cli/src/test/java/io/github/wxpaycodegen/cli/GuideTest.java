package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide shows what the program prints. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/cli.md");
    private static final Pattern TRANSCRIPT = Pattern.compile("<!-- run -->\n```\n\\$ wxpay (.*)\n([^`]*)```");
    /** The key with which the example is signed. */
    private static final Map<String, String> KEY = Map.of("WXPAY_V2_KEY", "0123456789abcdef0123456789ABCDEF");

    @Test
    void transcriptsAreWhatTheProgramPrints() throws IOException {
        Matcher transcripts = TRANSCRIPT.matcher(Files.readString(GUIDE));
        int count = 0;
        while (transcripts.find()) {
            String[] args = transcripts
                    .group(1)
                    .replace("notification.xml", "src/test/resources/guide/notification.xml")
                    .split(" ");
            Run run = Run.with(args[0].equals("verify") ? KEY : Map.of(), args);

            assertThat(run.out()).isEqualTo(transcripts.group(2));
            count++;
        }
        assertThat(count).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operations",
                "doctor",
                "verify",
                "call",
                "simulate",
                "trigger",
                "bill",
                "generate",
                "openapi",
                "completion"
            })
    void describesEachCommand(String command) throws IOException {
        assertThat(Files.readString(GUIDE)).containsPattern("\\| \\[?`" + command + "`");
        assertThat(Run.of("--help").out()).contains("  " + command + " ");
    }
}

package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated classes stay such that an IDE and a reader can open them. */
class GeneratedSizeTest {
    private static final Path SOURCES = Path.of("target", "generated-sources", "wxpay-client");
    private static final Pattern METHOD = Pattern.compile("( {4})+[^ *}].*\\(.*");
    private static final Pattern CONTINUED = Pattern.compile(" +[^ @*/}].*[^;{}/]");
    private static final int MOST_LINES_OF_A_CLASS = 2000;
    /** A product's interface nests those of all its URIs, each with the Javadoc of its operations. */
    private static final int MOST_LINES_OF_A_PRODUCT = 2500;

    private static final int MOST_LINES_OF_A_METHOD = 300;

    @Test
    void classesAndMethodsAreSmall() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int classes = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                classes++;
                boolean product = file.toString().endsWith("Api.java");
                if (lines.size() > (product ? MOST_LINES_OF_A_PRODUCT : MOST_LINES_OF_A_CLASS)) {
                    tooLong.add(file + ": " + lines.size() + " lines");
                }
                methods(file, lines, tooLong);
            }
        }
        assertThat(classes).isGreaterThan(3000);
        assertThat(tooLong).isEmpty();
    }

    private static void methods(Path file, List<String> lines, List<String> tooLong) {
        int begin = -1;
        String end = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (begin < 0 && METHOD.matcher(line).matches() && line.endsWith("{")) {
                begin = declaration(lines, i);
                end = lines.get(begin).replaceAll("[^ ].*", "") + "}";
            } else if (begin >= 0 && line.equals(end)) {
                if (i - begin > MOST_LINES_OF_A_METHOD) {
                    tooLong.add(file + ":" + (begin + 1) + ": a method of " + (i - begin) + " lines");
                }
                begin = -1;
            }
        }
    }

    /** Returns the first line of a declaration that may be wrapped over several. */
    private static int declaration(List<String> lines, int last) {
        int first = last;
        while (CONTINUED.matcher(lines.get(first - 1)).matches()) {
            first--;
        }
        return first;
    }
}

package io.github.wxpaycodegen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comments and string literals of all modules use the terms of CONTRIBUTING.md. */
class PhrasesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LIST = Path.of("src/test/resources/phrases.txt");

    /** A text block, a string, a character, a line comment or a block comment. */
    private static final Pattern TEXT = Pattern.compile(
            "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    private static final Pattern JAVADOC_START =
            Pattern.compile("/\\*\\* (?:What|Whether|Of|Says|Knows|Who|Whose|Like) .*");

    @Test
    void sourcesUseNoListedPhrase() throws IOException {
        Map<Pattern, String> phrases = phrases();
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            found.addAll(problems(file.toString(), Files.readString(file), phrases));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void readsEveryModule() throws IOException {
        assertThat(sources())
                .extracting(file -> ROOT.relativize(file).getName(0).toString())
                .contains(
                        "runtime",
                        "generator",
                        "simulator",
                        "importer",
                        "maven-plugin",
                        "junit",
                        "micrometer",
                        "simulator-app",
                        "spring-boot-starter",
                        "test-support");
    }

    @Test
    void reportsPhraseInCommentAndString() throws IOException {
        String source = "/** Returns a file\n * that cannot be\n * had. */\n"
                + "String a = \"mend the request\";\n"
                + "// It is told later.\n"
                + "int recommended = 1;\n";

        assertThat(problems("A.java", source, phrases()))
                .containsExactly(
                        "A.java:1: \"cannot be had\"; write: could not be obtained",
                        "A.java:4: \"mend\"; write: fix",
                        "A.java:5: \"is told\"; write: is notified, or name what is reported");
    }

    @Test
    void reportsJavadocThatBeginsWithAQuestionWord() throws IOException {
        String source = "/** Whether it is open. */\n/** Returns what was read. */\n/* What is this? */\n";

        assertThat(problems("A.java", source, phrases()))
                .containsExactly("A.java:1: begin Javadoc with a verb or a noun phrase");
    }

    private static List<String> problems(String name, String source, Map<Pattern, String> phrases) {
        List<String> problems = new ArrayList<>();
        Matcher text = TEXT.matcher(source);
        while (text.find()) {
            String plain = text.group().replaceAll("\\n\\s*\\*(?!/)", " ").replaceAll("\\s+", " ");
            long line = source.substring(0, text.start()).lines().count() + (atLineStart(source, text.start()) ? 1 : 0);
            if (JAVADOC_START.matcher(plain).matches()) {
                problems.add(name + ":" + line + ": begin Javadoc with a verb or a noun phrase");
            }
            phrases.forEach((phrase, better) -> {
                Matcher hit = phrase.matcher(plain);
                if (hit.find()) {
                    problems.add(name + ":" + line + ": \"" + hit.group() + "\"; write: " + better);
                }
            });
        }
        return problems;
    }

    private static boolean atLineStart(String source, int position) {
        return position == 0 || source.charAt(position - 1) == '\n';
    }

    private static Map<Pattern, String> phrases() throws IOException {
        Map<Pattern, String> phrases = new LinkedHashMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" => ", 2);
                phrases.put(Pattern.compile("\\b(?i:" + parts[0] + ")\\b"), parts[1]);
            }
        }
        return phrases;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .sorted()
                                .forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }
}

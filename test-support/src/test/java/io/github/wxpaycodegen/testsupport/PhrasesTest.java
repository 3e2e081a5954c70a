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

/**
 * The comments and string literals of all modules, and of emitted code, use the terms of CONTRIBUTING.md. Of tests, only the Javadoc of classes
 * is checked: they quote phrases of others.
 */
class PhrasesTest {
    private static final Path ROOT = Path.of("..");

    /** The client that the generator's tests expect of specs that use every feature. */
    private static final Path EMITTED = ROOT.resolve("generator/src/test/resources/golden/expected");

    private static final Path LIST = Path.of("src/test/resources/phrases.txt");

    /** A text block, a string, a character, a line comment or a block comment. */
    private static final Pattern TEXT = Pattern.compile(
            "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    /** Javadoc that is not indented. */
    private static final Pattern CLASS_JAVADOC = Pattern.compile("^/\\*\\*.*?\\*/", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern JAVADOC_START =
            Pattern.compile("/\\*\\* (?:What|Whether|Which|Where|How|Of|Says|Knows|Who|Whose|Like) .*");

    private static final String BAD_START = ": begin Javadoc with a verb or a noun phrase";

    @Test
    void sourcesUseNoListedPhrase() throws IOException {
        Map<Pattern, String> phrases = phrases();
        List<String> found = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            found.addAll(problems(file.toString(), Files.readString(file), phrases));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void emittedSourcesUseNoListedPhrase() throws IOException {
        Map<Pattern, String> phrases = phrases();
        List<String> found = new ArrayList<>();
        List<Path> emitted = new ArrayList<>();
        add(EMITTED, ".java.txt", emitted);
        for (Path file : emitted) {
            found.addAll(problems(file.toString(), Files.readString(file), phrases));
        }

        assertThat(emitted).hasSizeGreaterThan(50);
        assertThat(found).isEmpty();
    }

    @Test
    void javadocOfTestClassesBeginsWithAVerbOrANoun() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources("src/test/java")) {
            found.addAll(problemsOfClasses(file.toString(), Files.readString(file)));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void readsEveryModule() throws IOException {
        assertThat(sources("src/main/java")).extracting(PhrasesTest::module).contains(modules());
        assertThat(sources("src/test/java")).extracting(PhrasesTest::module).contains(modules());
    }

    private static String[] modules() {
        return new String[] {
            "cli",
            "importer",
            "reference",
            "runtime",
            "generator",
            "simulator",
            "maven-plugin",
            "junit",
            "micrometer",
            "simulator-app",
            "spring-boot-starter",
            "samples",
            "test-support"
        };
    }

    /** Returns the folder of a module, or of a group of modules. */
    private static String module(Path file) {
        return ROOT.relativize(file).getName(0).toString();
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

    @Test
    void reportsOnlyClassesOfTests() {
        String source = "/** What a test does. */\nclass ATest {\n    /** What it needs. */\n    int a;\n}\n"
                + "/**\n * How it\n * ends.\n */\nclass B {}\n";

        assertThat(problemsOfClasses("ATest.java", source))
                .containsExactly(
                        "ATest.java:1: begin Javadoc with a verb or a noun phrase",
                        "ATest.java:6: begin Javadoc with a verb or a noun phrase");
    }

    private static List<String> problemsOfClasses(String name, String source) {
        List<String> problems = new ArrayList<>();
        Matcher javadoc = CLASS_JAVADOC.matcher(source);
        while (javadoc.find()) {
            if (JAVADOC_START.matcher(plain(javadoc.group())).matches()) {
                problems.add(name + ":" + line(source, javadoc.start()) + BAD_START);
            }
        }
        return problems;
    }

    /** Returns a comment or a string in one line. */
    private static String plain(String text) {
        return text.replaceAll("\\n\\s*\\*(?!/)", " ").replaceAll("\\s+", " ");
    }

    private static long line(String source, int position) {
        return source.substring(0, position).lines().count() + (atLineStart(source, position) ? 1 : 0);
    }

    private static List<String> problems(String name, String source, Map<Pattern, String> phrases) {
        List<String> problems = new ArrayList<>();
        Matcher text = TEXT.matcher(source);
        while (text.find()) {
            String plain = plain(text.group());
            long line = line(source, text.start());
            if (JAVADOC_START.matcher(plain).matches()) {
                problems.add(name + ":" + line + BAD_START);
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

    private static List<Path> sources(String folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path parent : List.of(ROOT, ROOT.resolve("samples"))) {
            try (Stream<Path> modules = Files.list(parent)) {
                for (Path module : modules.sorted().toList()) {
                    add(module.resolve(folder), ".java", sources);
                }
            }
        }
        return sources;
    }

    private static void add(Path folder, String end, List<Path> sources) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(end)).sorted().forEach(sources::add);
        }
    }
}

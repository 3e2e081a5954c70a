package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides show examples that are compiled, and run where they are tests, and the imports that they need. */
class GuideTest {
    private static final Path GUIDES = Path.of("../docs/guide");
    private static final Path EXAMPLES = Path.of("src/test/java/io/github/wxpaycodegen/examples");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- from (\\w+\\.java) -->\n```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern POM =
            Pattern.compile("<!-- pom.xml of first-test -->\n```xml\n(.*?)```", Pattern.DOTALL);

    private static final Pattern OWN_VERSION =
            Pattern.compile("(<artifactId>wxpay-\\w+</artifactId>\\s*<version>)[^<]*");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");
    private static final Pattern JAVA = Pattern.compile("\"java\": ?\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.* `(pay\\.[^`]+)` \\|$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern SHAPE = Pattern.compile("(?m)^(?:#+(?= )|\\|)");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"");

    @ParameterizedTest
    @CsvSource({
        "applyment, 3",
        "complaints, 5",
        "configuration, 4",
        "coupons, 4",
        "deductions, 6",
        "errors, 4",
        "fapiao, 5",
        "files-and-bills, 4",
        "front-end, 1",
        "keys, 1",
        "messages, 5",
        "migrate-wechatpay-java, 1",
        "migrate-wxjava, 1",
        "notifications, 6",
        "observability, 1",
        "pages, 4",
        "partners, 4",
        "payments, 8",
        "payscore, 4",
        "profit-sharing, 6",
        "raw-calls, 5",
        "reconciliation, 2",
        "refunds, 4",
        "testing, 6",
        "transfers, 4"
    })
    void guideShowsTheExamples(String guide, int examples) throws IOException {
        compare(GUIDES.resolve(guide + ".md"), examples);
    }

    /** A snippet that does not say what its names are cannot be copied. */
    @ParameterizedTest
    @MethodSource("guides")
    void guideShowsTheImportsOfItsExamples(String guide) throws IOException {
        String page = Files.readString(GUIDES.resolve(guide + ".md"));
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
    @MethodSource("chineseGuides")
    void chineseGuideShowsTheExamplesOfTheEnglishOne(String guide) throws IOException {
        String english = Files.readString(GUIDES.resolve(guide));
        String chinese = Files.readString(GUIDES.resolve("zh").resolve(guide));

        assertThat(examples(chinese)).isEqualTo(examples(english));
        assertThat(imports(chinese)).isEqualTo(imports(english));
        assertThat(shape(chinese)).isEqualTo(shape(english));
        assertThat(chinese).contains("[English](../" + guide + ")");
        assertThat(english).contains("[中文](zh/" + guide + ")");
    }

    /** The project is built by the module of compatibility. */
    @ParameterizedTest
    @ValueSource(strings = {"testing.md", "zh/testing.md"})
    void guideShowsTheProjectOfATest(String guide) throws IOException {
        String project = Files.readString(Path.of("../compatibility/src/it/first-test/pom.xml"));

        Matcher block = POM.matcher(Files.readString(GUIDES.resolve(guide)));

        assertThat(block.find()).isTrue();
        assertThat(OWN_VERSION.matcher(block.group(1)).replaceAll("$1@project.version@"))
                .isEqualTo(project);
    }

    @Test
    void indexLeadsToEveryGuide() throws IOException {
        String index = Files.readString(Path.of("../docs/README.md"));

        assertThat(index)
                .contains(files(GUIDES).map(file -> "(guide/" + file + ")").toList());
        assertThat(index)
                .contains(files(GUIDES.resolve("zh"))
                        .map(file -> "(guide/zh/" + file + ")")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate-wechatpay-java.md", "migrate-wxjava.md"})
    void migrationNamesCallsOfTheClient(String guide) throws IOException {
        for (Path page : List.of(GUIDES.resolve(guide), GUIDES.resolve("zh").resolve(guide))) {
            assertThat(calls(page).filter(call -> call.endsWith("(request)")))
                    .hasSizeGreaterThan(15)
                    .isSubsetOf(knownCalls());
        }
    }

    @Test
    void pageForAgentsShowsTheExamples() throws IOException {
        compare(Path.of("../AGENTS.md"), 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void readmeShowsTheExamples(String readme) throws IOException {
        compare(Path.of("..", readme), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void readmeNamesCallsOfTheClient(String readme) throws IOException {
        assertThat(calls(Path.of("..", readme))).hasSize(22).isSubsetOf(knownCalls());
    }

    private static Stream<String> calls(Path page) throws IOException {
        return ROW.matcher(Files.readString(page)).results().map(row -> row.group(1));
    }

    private static Set<String> knownCalls() throws IOException {
        Set<String> known = new TreeSet<>();
        try (InputStream index = WxPay.class.getResourceAsStream("/META-INF/wxpay/operations.json")) {
            JAVA.matcher(new String(index.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(call -> known.add(call.group(1)));
        }
        return known;
    }

    /** Returns the guides with examples of this module; the starter tests its own. */
    private static List<String> guides() throws IOException {
        List<String> guides = new ArrayList<>();
        for (String file : files(GUIDES).toList()) {
            if (!file.equals("spring-boot.md")
                    && BLOCK.matcher(Files.readString(GUIDES.resolve(file))).find()) {
                guides.add(file.replace(".md", ""));
            }
        }
        return guides;
    }

    private static List<String> chineseGuides() throws IOException {
        return files(GUIDES.resolve("zh")).toList();
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> examples(String page) {
        return BLOCK.matcher(page)
                .results()
                .map(block -> block.group(1) + code(block.group(2)))
                .toList();
    }

    /** Returns the levels of the headings and the rows of the tables, by which a missing part is noticed. */
    private static List<String> shape(String page) {
        return SHAPE.matcher(FENCE.matcher(page).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> imports(String page) {
        return IMPORT.matcher(page).results().map(MatchResult::group).sorted().toList();
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

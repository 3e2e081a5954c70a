package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security policy and the guide to quality name the tests that show their promises. */
class SecurityPolicyTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void eachPromiseNamesTestsThatExist() throws IOException {
        assertThat(namedBy("SECURITY.md", "against")).hasSizeGreaterThan(10);
    }

    @Test
    void eachPointOfQualityNamesTestsThatExist() throws IOException {
        assertThat(namedBy("docs/guide/quality.md", "point")).hasSizeGreaterThan(25);
        assertThat(namedBy("docs/guide/zh/quality.md", "要点")).isEqualTo(namedBy("docs/guide/quality.md", "point"));
    }

    private static Set<String> namedBy(String document, String heading) throws IOException {
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(ROOT.resolve(document))) {
            Set<String> tests = namedIn(line);
            named.addAll(tests);
            boolean promise = line.startsWith("|") && !line.startsWith("|-") && !line.startsWith("| " + heading + " |");
            assertThat(!promise || !tests.isEmpty())
                    .as("names a test: %s", line)
                    .isTrue();
        }
        assertThat(tests()).containsAll(named);
        return named;
    }

    private static Set<String> namedIn(String line) {
        Matcher matcher = TEST.matcher(line);
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : Set.of(
                "runtime",
                "simulator",
                "generator",
                "maven-plugin",
                "generated-sample",
                "spring-boot-starter",
                "cli")) {
            Path sources = ROOT.resolve(module).resolve("src/test/java");
            try (Stream<Path> files = Files.walk(sources)) {
                names.addAll(files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }
}

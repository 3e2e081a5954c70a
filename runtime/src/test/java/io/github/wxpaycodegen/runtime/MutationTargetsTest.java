package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every class that the profile {@code mutation} names exists: PIT skips a name without a class silently. */
class MutationTargetsTest {
    private static final Pattern TARGETS = Pattern.compile("<targetClasses>(.*?)</targetClasses>", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("<param>(.*?)</param>", Pattern.DOTALL);

    @Test
    void everyTargetHasClasses() throws Exception {
        List<String> classes = classes();

        assertThat(targets()).hasSizeGreaterThan(20).allSatisfy(target -> assertThat(classes)
                .as(target)
                .anyMatch(pattern(target).asMatchPredicate()));
    }

    private static List<String> targets() throws Exception {
        return TARGETS.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .flatMap(match -> TARGET.matcher(match.group(1)).results())
                // Not stripped: PIT does not trim either.
                .map(match -> match.group(1))
                .toList();
    }

    private static Pattern pattern(String target) {
        return Pattern.compile(
                Arrays.stream(target.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static List<String> classes() throws Exception {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('\\', '.')
                            .replace('/', '.'))
                    .toList();
        }
    }

    private static Path root() throws URISyntaxException {
        return Path.of(WxPayClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}

package io.github.wxpaycodegen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Markdown documents of the repository lead only to what exists. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");

    /** A class of a module, as architecture.md names it: packages below the module's own, then the class. */
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z0-9]+\\.)*[A-Z]\\w+)`");

    private static final Pattern MODULE = Pattern.compile("`io\\.github\\.wxpaycodegen\\.(\\w+)`");

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            String text = FENCE.matcher(Files.readString(document)).replaceAll("");
            LINK.matcher(text)
                    .results()
                    .filter(link -> !exists(document, link))
                    .forEach(link -> broken.add(ROOT.relativize(document) + ": " + link.group()));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void findsTheDocuments() throws IOException {
        assertThat(documents())
                .extracting(document -> ROOT.relativize(document).toString().replace('\\', '/'))
                .contains("README.md", "README.zh-CN.md", "docs/architecture.md", "api-specs/README.md");
    }

    @Test
    void architectureNamesClassesThatExist() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        String module = "";
        for (String section :
                Files.readString(ROOT.resolve("docs/architecture.md")).split("(?m)^## ")) {
            module = MODULE.matcher(section)
                    .results()
                    .map(r -> r.group(1))
                    .findFirst()
                    .orElse(module);
            for (String name : names(section)) {
                String path = module + "/src/main/java/io/github/wxpaycodegen/" + module + "/" + name.replace('.', '/');
                if (!Files.exists(ROOT.resolve(path + ".java"))) {
                    missing.add(name);
                }
                found++;
            }
        }

        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(40);
    }

    /** Returns the classes of a section. A simple name alone repeats one that its section or root package has. */
    private static Set<String> names(String section) {
        Set<String> all =
                CLASS.matcher(section).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> qualified = all.stream().filter(name -> name.contains(".")).collect(Collectors.toSet());
        all.removeIf(name -> !name.contains(".") && qualified.stream().anyMatch(full -> full.endsWith("." + name)));
        return all;
    }

    private static boolean exists(Path document, MatchResult link) {
        Path target = link.group(1).isEmpty()
                ? document
                : document.resolveSibling(link.group(1)).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        if (link.group(2) == null || !target.toString().endsWith(".md")) {
            return true;
        }
        try {
            return anchors(FENCE.matcher(Files.readString(target)).replaceAll(""))
                    .contains(link.group(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the anchors that GitHub gives the headings of a document; it numbers those that repeat. */
    private static Set<String> anchors(String markdown) {
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(markdown).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                    .replace(' ', '-');
            String unique = anchor;
            for (int i = 1; !anchors.add(unique); i++) {
                unique = anchor + "-" + i;
            }
        });
        return anchors;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 8, (path, attributes) -> attributes.isRegularFile())) {
            return files.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> isWritten(ROOT.relativize(path)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWritten(Path path) {
        for (Path part : path) {
            if (part.toString().equals("target")
                    || (part.toString().startsWith(".git") && !part.toString().equals(".github"))) {
                return false;
            }
        }
        return true;
    }
}

package io.github.wxpaycodegen.reference.tests;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.reference.ReferenceSite;
import io.github.wxpaycodegen.reference.SiteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The site of the bundled specs, written once for all tests, and the code on its English pages. */
final class WrittenSite {
    private static final Path ROOT = Path.of("target", "test-site").toAbsolutePath();
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^## ([^\\n]+)\\n\\n```(java|bash|http|xml|yaml)\\n(.*?)^```$");

    private WrittenSite() {}

    /**
     * Code on a page.
     *
     * @param page relative to the site
     * @param label the heading above the code
     */
    record Code(String page, String label, String language, String text) {
        @Override
        public String toString() {
            return page + " " + label + "\n" + text;
        }
    }

    /** Returns all code, in the order of the pages. */
    static List<Code> code() {
        return Holder.CODE;
    }

    /** Returns the code of a page under a heading. */
    static String code(String page, String label) {
        return code().stream()
                .filter(code -> code.page().equals(page) && code.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no " + label))
                .text();
    }

    private static final class Holder {
        static final List<Code> CODE = read();

        private static List<Code> read() {
            try {
                List<SpecFile> specs = SpecFiles.ofDirectory(Path.of("..", "api-specs")).stream()
                        .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*|[^/]*"))
                        .toList();
                SiteResult result = ReferenceSite.write(specs, ReferenceSite.CLIENT_PACKAGE, ROOT);
                if (!result.succeeded()) {
                    throw new IllegalStateException(result.diagnostics().toString());
                }
                return blocks();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<Code> blocks() throws IOException {
            List<Code> code = new ArrayList<>();
            try (Stream<Path> files = Files.walk(ROOT.resolve("en"))) {
                for (Path page : files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    String name = ROOT.relativize(page).toString().replace('\\', '/');
                    BLOCK.matcher(Files.readString(page))
                            .results()
                            .forEach(block -> code.add(new Code(name, block.group(1), block.group(2), block.group(3))));
                }
            }
            return code;
        }
    }
}

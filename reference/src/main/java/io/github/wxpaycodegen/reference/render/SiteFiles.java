package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.reference.page.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Lists all files of the site. */
public final class SiteFiles {
    private static final List<String> ASSETS =
            List.of("style.css", "start.js", "theme.js", "site.js", "search.js", "icon.svg");

    private SiteFiles() {}

    /**
     * Returns the files of the site, each printed when its text is read.
     *
     * @param chinese the pages in Chinese
     * @param english the pages in English, about the same operations
     */
    public static List<SourceFile> of(Site chinese, Site english) {
        List<SourceFile> files = new ArrayList<>();
        for (Site site : List.of(chinese, english)) {
            files.addAll(HtmlPages.of(site));
            files.addAll(MarkdownPages.of(site));
        }
        files.add(file("assets/index.js", () -> SearchIndex.of(chinese, english)));
        files.add(file("operations.json", () -> MachineFiles.operations(english)));
        files.add(file("llms.txt", () -> MachineFiles.llms(english)));
        files.add(file("index.html", () -> resource("index.html")));
        for (String asset : ASSETS) {
            files.add(file("assets/" + asset, () -> resource(asset)));
        }
        return files;
    }

    private static SourceFile file(String path, Supplier<String> text) {
        return new SourceFile(SourceFile.Kind.RESOURCE, path, text);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SiteFiles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the module has no readable " + name, e);
        }
    }
}

package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.reference.page.ListPage;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.Site;
import io.github.wxpaycodegen.reference.page.StartPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Prints the pages of a site as Markdown, for machines and for people who paste. */
final class MarkdownPages {
    private final Site site;
    private final List<SourceFile> files = new ArrayList<>();

    private MarkdownPages(Site site) {
        this.site = site;
    }

    /** Returns a file next to each HTML page. */
    static List<SourceFile> of(Site site) {
        MarkdownPages pages = new MarkdownPages(site);
        pages.add("index", markdown -> markdown.home(site));
        pages.add(StartPage.PATH, markdown -> markdown.start(site.start()));
        pages.add("errors", markdown -> markdown.errors(site.errors()));
        pages.list(site.everything());
        site.products().forEach(pages::list);
        site.roles().forEach(pages::list);
        site.operations().forEach(pages::operation);
        site.notifications().forEach(pages::notification);
        return pages.files;
    }

    private void list(ListPage page) {
        add(page.path(), markdown -> markdown.list(page));
    }

    private void operation(OperationPage page) {
        add(page.heading().entry().path(), markdown -> markdown.operation(page));
    }

    private void notification(NotificationPage page) {
        add(page.heading().entry().path(), markdown -> markdown.notification(page));
    }

    private void add(String path, Function<Markdown, String> print) {
        View view = new View(site.language(), path);
        files.add(new SourceFile(
                SourceFile.Kind.RESOURCE,
                site.language().folder() + "/" + path + ".md",
                () -> print.apply(new Markdown(view))));
    }
}

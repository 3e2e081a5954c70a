package io.github.wxpaycodegen.reference.render;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.reference.page.ListPage;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.Site;
import io.github.wxpaycodegen.reference.page.StartPage;
import io.github.wxpaycodegen.reference.template.JteerrorsGenerated;
import io.github.wxpaycodegen.reference.template.JtehomeGenerated;
import io.github.wxpaycodegen.reference.template.JtelistGenerated;
import io.github.wxpaycodegen.reference.template.JtenotificationGenerated;
import io.github.wxpaycodegen.reference.template.JteoperationGenerated;
import io.github.wxpaycodegen.reference.template.JtestartGenerated;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Prints the pages of a site as HTML. The templates escape every text for its place. */
final class HtmlPages {
    private final Site site;
    private final List<SourceFile> files = new ArrayList<>();

    private HtmlPages(Site site) {
        this.site = site;
    }

    /** Returns the pages, each printed when its text is read. */
    static List<SourceFile> of(Site site) {
        HtmlPages pages = new HtmlPages(site);
        pages.add("index", view -> out -> JtehomeGenerated.render(out, null, view, site));
        pages.add(StartPage.PATH, view -> out -> JtestartGenerated.render(out, null, view, site.start()));
        pages.add("errors", view -> out -> JteerrorsGenerated.render(out, null, view, site.errors()));
        pages.list(site.everything());
        site.products().forEach(pages::list);
        site.roles().forEach(pages::list);
        site.operations().forEach(pages::operation);
        site.notifications().forEach(pages::notification);
        return pages.files;
    }

    private void list(ListPage page) {
        add(page.path(), view -> out -> JtelistGenerated.render(out, null, view, page));
    }

    private void operation(OperationPage page) {
        add(page.heading().entry().path(), view -> out -> JteoperationGenerated.render(out, null, view, page));
    }

    private void notification(NotificationPage page) {
        add(page.heading().entry().path(), view -> out -> JtenotificationGenerated.render(out, null, view, page));
    }

    private void add(String path, Function<View, Consumer<HtmlTemplateOutput>> template) {
        View view = new View(site.language(), path);
        files.add(new SourceFile(SourceFile.Kind.RESOURCE, site.language().folder() + "/" + path + ".html", () -> {
            StringOutput text = new StringOutput();
            template.apply(view).accept(new OwaspHtmlTemplateOutput(text));
            return text.toString();
        }));
    }
}

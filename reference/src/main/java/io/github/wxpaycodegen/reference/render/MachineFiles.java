package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.generator.json.JsonText;
import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.ListPage;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OfficialPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.PageLink;
import io.github.wxpaycodegen.reference.page.Site;
import io.github.wxpaycodegen.reference.page.StartPage;
import io.github.wxpaycodegen.reference.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files for machines: {@code llms.txt}, which lists the Markdown pages, and {@code operations.json}. */
final class MachineFiles {
    private MachineFiles() {}

    /** Returns the list of the Markdown pages, by product. */
    static String llms(Site site) {
        String folder = site.language().folder() + "/";
        StringBuilder text = new StringBuilder("# WeChat Pay reference\n\n> Every operation and notification of WeChat"
                + " Pay: fields, errors, outcome and the Java call. Titles are Chinese. Each page below is Markdown;"
                + " the HTML page has the same address with .html.\n\n## Lists\n\n");
        text.append("- [operations.json](operations.json): path, title, product, Java call and pages of all\n");
        text.append("- [Shared errors](").append(folder).append("errors.md)\n");
        line(text, folder, new PageLink(StartPage.PATH, site.start().title()), "");
        for (ListPage role : site.roles()) {
            line(text, folder, role.link(), "");
        }
        for (ListPage product : site.products()) {
            text.append("\n## ").append(product.title()).append("\n\n");
            product.groups().forEach(group -> group.entries()
                    .forEach(entry -> line(
                            text,
                            folder,
                            new PageLink(entry.path(), entry.title()),
                            ": " + (entry.isNotification() ? "notification " : entry.method() + " ") + entry.uri()
                                    + (entry.remark().isEmpty() ? "" : " (" + entry.remark() + ")"))));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String folder, PageLink page, String more) {
        text.append("- [")
                .append(page.title().replace("[", "").replace("]", ""))
                .append("](")
                .append(folder)
                .append(page.path())
                .append(".md)")
                .append(more)
                .append('\n');
    }

    /** Returns all operations and notifications as JSON. */
    static String operations(Site site) {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (OperationPage page : site.operations()) {
            Map<String, Object> object = object(page.heading());
            object.put("java", page.java());
            operations.add(object);
        }
        List<Map<String, Object>> notifications = new ArrayList<>();
        for (NotificationPage page : site.notifications()) {
            Map<String, Object> object = object(page.heading());
            object.put("java", page.java());
            notifications.add(object);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("operations", operations);
        all.put("notifications", notifications);
        return JsonText.of(all);
    }

    private static Map<String, Object> object(Heading heading) {
        Entry entry = heading.entry();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("title", entry.title());
        if (entry.isNotification()) {
            object.put("id", entry.uri());
        } else {
            object.put("method", entry.method());
            object.put("path", entry.uri());
        }
        object.put("product", heading.product());
        if (!entry.remark().isEmpty()) {
            object.put("state", entry.remark());
        }
        if (!heading.updated().isEmpty()) {
            object.put("updated", heading.updated());
        }
        if (!heading.officialPages().isEmpty()) {
            object.put(
                    "docs",
                    heading.officialPages().stream().map(OfficialPage::url).toList());
        }
        Map<String, Object> pages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            pages.put(language.tag(), language.folder() + "/" + entry.path() + ".html");
        }
        object.put("pages", pages);
        return object;
    }
}

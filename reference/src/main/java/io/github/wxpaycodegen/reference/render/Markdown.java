package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.page.EntryGroup;
import io.github.wxpaycodegen.reference.page.ErrorRow;
import io.github.wxpaycodegen.reference.page.Errors;
import io.github.wxpaycodegen.reference.page.Fact;
import io.github.wxpaycodegen.reference.page.FieldNode;
import io.github.wxpaycodegen.reference.page.FieldSection;
import io.github.wxpaycodegen.reference.page.FieldValue;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.ListPage;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OfficialPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.PageLink;
import io.github.wxpaycodegen.reference.page.Site;
import io.github.wxpaycodegen.reference.page.Snippet;
import io.github.wxpaycodegen.reference.page.StartPage;
import io.github.wxpaycodegen.reference.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints one page as Markdown. */
final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final View view;
    private final StringBuilder out = new StringBuilder();

    Markdown(View view) {
        this.view = view;
    }

    String home(Site site) {
        line("# " + view.text("微信支付接口参考", "WeChat Pay reference"));
        line("");
        line("- [" + site.start().title() + "](" + StartPage.PATH + ".md)");
        heading(view.text("角色", "Roles"));
        site.roles().forEach(page -> link(page.link(), page.size()));
        heading(view.text("产品", "Products"));
        site.products().forEach(page -> link(page.link(), page.size()));
        heading(view.text("还有", "More"));
        link(site.everything().link(), site.everything().size());
        line("- [" + view.text("公共错误码", "Shared errors") + "](errors.md)");
        return out.toString();
    }

    String start(StartPage page) {
        line("# " + page.title());
        for (StartPage.Step step : page.steps()) {
            snippet(step.code());
            line("");
            line(escaped(step.text()));
        }
        return out.toString();
    }

    String list(ListPage page) {
        line("# " + escaped(page.title()));
        for (EntryGroup group : page.groups()) {
            heading(escaped(group.title().isEmpty() ? page.title() : group.title()));
            group.entries().forEach(this::entry);
        }
        return out.toString();
    }

    String errors(Errors errors) {
        line("# " + view.text("公共错误码", "Shared errors"));
        heading("v3");
        errors.v3().forEach(this::error);
        heading("v2");
        errors.v2().forEach(this::error);
        heading("Request-ID");
        errors.requestIds().forEach(this::error);
        return out.toString();
    }

    String operation(OperationPage page) {
        start(page.heading());
        line("- Java: " + code(page.java()));
        about(page.heading());
        if (!page.withdrawal().sentences().isEmpty()) {
            heading(view.text("已弃用", "Deprecated"));
            page.withdrawal().sentences().forEach(sentence -> sentence(sentence.value()));
            page.withdrawal().successor().forEach(this::entry);
        }
        sections(page.request());
        sections(page.response());
        heading(view.text("结果与重试", "Outcome and retry"));
        page.outcome().sentences().forEach(this::sentence);
        page.outcome().settledBy().forEach(this::entry);
        entries(
                view.text("可用本查询查清结果的接口", "Operations whose outcome this query tells"),
                page.outcome().settles());
        entries(view.text("随后的通知", "Notifications that follow"), page.notifications());
        if (!page.errors().isEmpty() || !page.sharedErrors().isEmpty()) {
            heading(view.text("错误码", "Errors"));
            page.errors().forEach(this::error);
            shared(page);
        }
        entries(
                view.text("取代的接口", "Operations that this one replaces"),
                page.withdrawal().replaces());
        official(page.heading());
        snippets(page.snippets());
        return out.toString();
    }

    String notification(NotificationPage page) {
        start(page.heading());
        line("- Java: " + code(page.java()));
        about(page.heading());
        sections(page.content());
        entries(view.text("引发此通知的接口", "Operations that cause it"), page.causes());
        official(page.heading());
        snippets(page.snippets());
        return out.toString();
    }

    private void start(Heading heading) {
        Entry entry = heading.entry();
        String remark = entry.remark().isEmpty() ? "" : "（" + entry.remark() + "）";
        line("# " + escaped(entry.title()) + remark);
        line("");
        line((entry.isNotification() ? "" : entry.method() + " ") + code(entry.uri()));
        line("");
        if (!heading.description().isEmpty()) {
            line(escaped(heading.description().value()));
            line("");
        }
    }

    private void about(Heading heading) {
        line("- " + view.text("产品", "Product") + ": " + escaped(heading.product()));
        if (!heading.roles().isEmpty()) {
            line("- " + view.text("角色", "Roles") + ": "
                    + heading.roles().stream().map(PageLink::title).collect(Collectors.joining(", ")));
        }
        if (!heading.updated().isEmpty()) {
            line("- " + view.text("官方文档更新于", "Official page changed on") + ": " + heading.updated());
        }
        for (Fact fact : heading.facts()) {
            line("- " + fact.label() + ": " + escaped(fact.text()));
        }
    }

    private void sections(List<FieldSection> sections) {
        for (FieldSection section : sections) {
            heading(section.title());
            for (Text note : section.notes()) {
                line(escaped(note.value()));
                line("");
            }
            section.rules().forEach(rule -> line("- " + escaped(rule)));
            fields(section.fields(), "");
        }
    }

    private void fields(List<FieldNode> fields, String indent) {
        for (FieldNode field : fields) {
            List<String> parts = new ArrayList<>();
            parts.add(field.type() + (field.need().isEmpty() ? "" : ", " + field.need()));
            add(parts, field.title());
            parts.addAll(field.marks());
            field.descriptions().forEach(text -> parts.add(text.value()));
            parts.addAll(field.facts());
            if (!field.example().isEmpty()) {
                parts.add(view.text("例 ", "e.g. ") + field.example());
            }
            add(parts, deprecated(field.deprecated()));
            line(indent + "- " + code(field.name()) + ": " + joined(parts));
            for (FieldValue value : field.values()) {
                value(value, indent + "  ");
            }
            fields(field.children(), indent + "  ");
        }
    }

    private void value(FieldValue value, String indent) {
        List<String> parts = new ArrayList<>();
        add(parts, value.title());
        add(parts, deprecated(value.deprecated()));
        String java = value.java().isEmpty() ? "" : " (Java " + code(value.java()) + ")";
        line(indent + "- " + code(value.value()) + java + (parts.isEmpty() ? "" : ": " + joined(parts)));
    }

    private String deprecated(Text reason) {
        return reason.isEmpty() ? "" : view.text("已弃用：", "deprecated: ") + reason.value();
    }

    private static String joined(List<String> parts) {
        return parts.stream().map(Markdown::escaped).collect(Collectors.joining("; "));
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private void error(ErrorRow error) {
        List<String> parts = new ArrayList<>();
        add(parts, error.status().isEmpty() ? "" : "HTTP " + error.status());
        add(parts, error.product());
        add(parts, error.title());
        add(parts, error.advice().value());
        add(parts, error.uncertain() ? view.text("结果未知", "outcome unknown") : "");
        line("- " + code(error.code()) + ": " + joined(parts));
    }

    private void shared(OperationPage page) {
        if (!page.sharedErrors().isEmpty()) {
            String link = "](" + view.home() + "errors.md#" + page.protocol().prefix() + ")";
            line("- [" + view.text("公共错误码", "Errors that all operations share") + link + ": "
                    + page.sharedErrors().stream().map(Markdown::code).collect(Collectors.joining(", ")));
        }
    }

    private void official(Heading heading) {
        if (!heading.officialPages().isEmpty()) {
            heading(view.text("官方文档", "Official pages"));
            for (OfficialPage page : heading.officialPages()) {
                line("- " + escaped(heading.label(page)) + ": <" + page.url() + ">");
            }
        }
    }

    private void snippets(List<Snippet> snippets) {
        snippets.forEach(this::snippet);
    }

    private void snippet(Snippet snippet) {
        heading(snippet.label());
        String fence = "`".repeat(Math.max(3, longestFence(snippet.code()) + 1));
        line(fence + snippet.language());
        out.append(snippet.code());
        line(fence);
    }

    private void entries(String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            heading(title);
            entries.forEach(this::entry);
        }
    }

    private void entry(Entry entry) {
        String call = entry.isNotification() ? entry.uri() : entry.method() + " " + entry.uri();
        String remark = entry.remark().isEmpty() ? "" : " (" + entry.remark() + ")";
        line("- [" + escaped(entry.title()) + "](" + view.home() + entry.path() + ".md) " + code(call) + remark);
    }

    private void link(PageLink page, int size) {
        line("- [" + escaped(page.title()) + "](" + view.home() + page.path() + ".md) " + size);
    }

    private void sentence(String sentence) {
        line("- " + escaped(sentence));
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String code(String text) {
        String fence = "`".repeat(longestFence(text) + 1);
        // Spaces keep a backtick at the end of the text apart from the fence; Markdown removes one at each end.
        String space = text.contains("`") ? " " : "";
        return fence + space + text + space + fence;
    }

    /** Returns the length of the longest run of backticks, which a fence around them must exceed. */
    private static int longestFence(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }

    /** Escapes what Markdown would read as markup, and joins lines. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\n') {
                escaped.append(' ');
                continue;
            }
            if ("\\`*_[]<>|#".indexOf(each) >= 0) {
                escaped.append('\\');
            }
            escaped.append(each);
        }
        return escaped.toString();
    }
}

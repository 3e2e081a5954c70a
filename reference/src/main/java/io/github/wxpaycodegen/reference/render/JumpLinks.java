package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.reference.page.FieldSection;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.PageLink;
import java.util.ArrayList;
import java.util.List;

/** Links from the top of a long page to its sections: the path of each is the id of a heading of the page. */
public final class JumpLinks {
    private final View view;
    private final List<PageLink> links = new ArrayList<>();

    private JumpLinks(View view) {
        this.view = view;
    }

    /** Returns the sections of the page of an operation, in their order, and its code. */
    public static List<PageLink> of(View view, OperationPage page) {
        JumpLinks jumps = new JumpLinks(view);
        jumps.sections(page.request());
        jumps.sections(page.response());
        jumps.add(true, "outcome", "结果与重试", "Outcome and retry");
        jumps.add(!page.notifications().isEmpty(), "notifications", "随后的通知", "Notifications");
        jumps.add(!page.errors().isEmpty() || !page.sharedErrors().isEmpty(), "errors", "错误码", "Errors");
        jumps.add(!page.withdrawal().replaces().isEmpty(), "replaces", "取代的接口", "Replaced operations");
        return jumps.end(page.heading());
    }

    /** Returns the sections of the page of a notification, in their order, and its code. */
    public static List<PageLink> of(View view, NotificationPage page) {
        JumpLinks jumps = new JumpLinks(view);
        jumps.sections(page.content());
        jumps.add(!page.causes().isEmpty(), "causes", "引发此通知的接口", "Operations that cause it");
        return jumps.end(page.heading());
    }

    private void sections(List<FieldSection> sections) {
        sections.forEach(section -> links.add(new PageLink(section.anchor(), section.title())));
    }

    private List<PageLink> end(Heading heading) {
        add(!heading.officialPages().isEmpty(), "official", "官方文档", "Official pages");
        add(true, "code", "代码", "Code");
        return List.copyOf(links);
    }

    private void add(boolean present, String anchor, String chinese, String english) {
        if (present) {
            links.add(new PageLink(anchor, view.text(chinese, english)));
        }
    }
}

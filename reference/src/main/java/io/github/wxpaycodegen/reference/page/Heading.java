package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The beginning of a page about an operation or a notification. A text is empty if the spec has none.
 *
 * @param entry the page itself
 * @param description additional information
 * @param product the product, with its place in the product tree
 * @param group the page of the product
 * @param protocol the version of the protocol
 * @param officialPages the pages of the official documentation
 * @param updated the last known change of the official page, {@code 2026-01-31}
 * @param facts protocol, signature, certificate, limits
 */
public record Heading(
        Entry entry,
        Text description,
        String product,
        PageLink group,
        List<PageLink> roles,
        WireProtocol protocol,
        List<OfficialPage> officialPages,
        String updated,
        List<Fact> facts) {
    public Heading {
        roles = List.copyOf(roles);
        officialPages = List.copyOf(officialPages);
        facts = List.copyOf(facts);
    }

    /**
     * Returns the text of the link to one of the official pages, which no other link of the heading has: for whom the page is
     * written and the version of the protocol, {@code Service provider · v3}. A page that is not for one role is for all those
     * of the heading; without any role, the title of the operation or notification stands in their place.
     */
    public String label(OfficialPage page) {
        String name = name(page);
        List<OfficialPage> same =
                officialPages.stream().filter(other -> name(other).equals(name)).toList();
        if (same.size() == 1) {
            return name;
        }
        boolean differ = same.stream().map(OfficialPage::id).distinct().count() == same.size();
        return name + " · " + (differ ? page.id() : page.url());
    }

    private String name(OfficialPage page) {
        String all = roles.isEmpty()
                ? entry.title()
                : roles.stream().map(PageLink::title).collect(Collectors.joining(", "));
        return (page.role().isEmpty() ? all : page.role()) + " · " + protocol.prefix();
    }
}

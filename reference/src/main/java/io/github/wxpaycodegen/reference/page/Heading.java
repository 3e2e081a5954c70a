package io.github.wxpaycodegen.reference.page;

import java.util.List;

/**
 * The beginning of a page about an operation or a notification. A text is empty if the spec has none.
 *
 * @param entry the page itself
 * @param description additional information
 * @param product the product, with its place in the product tree
 * @param group the page of the product
 * @param officialPages the pages of the official documentation
 * @param updated the last known change of the official page, {@code 2026-01-31}
 * @param facts protocol, signature, certificate, limits
 */
public record Heading(
        Entry entry,
        String description,
        String product,
        PageLink group,
        List<PageLink> roles,
        List<OfficialPage> officialPages,
        String updated,
        List<Fact> facts) {
    public Heading {
        roles = List.copyOf(roles);
        officialPages = List.copyOf(officialPages);
        facts = List.copyOf(facts);
    }

    /** Returns the text of the link to one of the official pages, which no other link of the heading has. */
    public String label(OfficialPage page) {
        if (page.role().isEmpty()) {
            return page.url();
        }
        boolean alone = officialPages.stream()
                .noneMatch(other -> !other.equals(page) && other.role().equals(page.role()));
        return alone ? page.role() : page.role() + " " + page.id();
    }
}

package io.github.wxpaycodegen.reference.page;

import java.util.List;

/**
 * A page that lists operations and notifications: of a product, of a role, or all.
 *
 * @param path relative to the folder of the language, without an extension
 * @param label the title where there is little room: of a role in English, without its Chinese name
 */
public record ListPage(String path, String title, String label, List<EntryGroup> groups) {
    public ListPage {
        groups = List.copyOf(groups);
    }

    /** Returns the number of entries. */
    public int size() {
        return groups.stream().mapToInt(group -> group.entries().size()).sum();
    }

    /** Returns a link to the page. */
    public PageLink link() {
        return new PageLink(path, title);
    }
}

package io.github.wxpaycodegen.reference.page;

import java.util.List;

/**
 * Entries under a heading.
 *
 * @param title the heading; empty for none
 */
public record EntryGroup(String title, String anchor, List<Entry> entries) {
    public EntryGroup {
        entries = List.copyOf(entries);
    }
}

package io.github.wxpaycodegen.reference.page;

import java.util.List;

/**
 * The page of a notification.
 *
 * @param java the simple name of its class
 * @param content the fields of its content, and of the reply if one is expected
 * @param causes the operations that cause it
 */
public record NotificationPage(
        Heading heading, String java, List<FieldSection> content, List<Entry> causes, List<Snippet> snippets) {
    public NotificationPage {
        content = List.copyOf(content);
        causes = List.copyOf(causes);
        snippets = List.copyOf(snippets);
    }
}

package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Language;
import java.util.List;

/**
 * All pages of one language.
 *
 * @param products the products, the largest first
 * @param roles the roles that have operations
 * @param everything all operations and notifications, sorted by path, in each folder those that should not be used last
 * @param start the first steps
 */
public record Site(
        Language language,
        List<ListPage> products,
        List<ListPage> roles,
        ListPage everything,
        StartPage start,
        Errors errors,
        List<OperationPage> operations,
        List<NotificationPage> notifications) {
    public Site {
        products = List.copyOf(products);
        roles = List.copyOf(roles);
        operations = List.copyOf(operations);
        notifications = List.copyOf(notifications);
    }
}

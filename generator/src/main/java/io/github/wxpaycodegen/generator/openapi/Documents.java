package io.github.wxpaycodegen.generator.openapi;

import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import java.util.List;

/** Describes operations and notifications by the official documentation. */
final class Documents {
    private Documents() {}

    static Node of(Documentation documentation) {
        List<Node> pages = documentation.pages().stream()
                .map(page -> Node.of("url", page.url()).with("role", page.role().map(MerchantRole::key)))
                .toList();
        return Node.of("summary", documentation.title())
                .with("description", documentation.description())
                .with(
                        "externalDocs",
                        documentation.pages().stream().findFirst().map(page -> Node.of("url", page.url())))
                .with("x-wxpay-docs", pages.size() > 1 ? pages : List.of())
                .with("x-wxpay-product", documentation.product())
                .with(
                        "x-wxpay-roles",
                        documentation.roles().stream().map(MerchantRole::key).toList())
                .with("x-wxpay-updated", documentation.updated().map(Object::toString));
    }
}

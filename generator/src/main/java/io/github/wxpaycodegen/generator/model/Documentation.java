package io.github.wxpaycodegen.generator.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Documentation of an operation or a notification.
 *
 * @param title its official name
 * @param pages the official pages
 * @param product the Chinese name of the product with its place in the product tree, {@code 基础支付 / 合单支付}
 * @param roles the kinds of merchant that it is for; empty if unknown
 * @param updated the last known change of the official page
 */
public record Documentation(
        String title,
        Optional<String> description,
        List<DocsPage> pages,
        Optional<String> product,
        List<MerchantRole> roles,
        Optional<LocalDate> updated) {
    public Documentation {
        pages = List.copyOf(pages);
        roles = List.copyOf(roles);
    }
}

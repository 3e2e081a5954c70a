package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.page.EntryGroup;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.ListPage;
import io.github.wxpaycodegen.reference.page.PageLink;
import io.github.wxpaycodegen.reference.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the pages that list operations and notifications. */
final class Lists {
    /** Operations that should not be used come last. */
    private static final Comparator<Entry> BY_PATH =
            Comparator.comparing(Entry::isWithdrawn).thenComparing(Entry::path);

    private final Language language;
    private final Map<String, Map<String, List<Entry>>> products = new TreeMap<>();
    private final Map<String, Map<String, List<Entry>>> roles = new LinkedHashMap<>();
    private final Map<String, List<Entry>> folders = new TreeMap<>();

    Lists(Language language) {
        this.language = language;
        for (MerchantRole role : MerchantRole.values()) {
            roles.put(Paths.of(role), new TreeMap<>());
        }
    }

    /** Returns the name of a role; in English followed by the Chinese one, which official pages have. */
    static String name(MerchantRole role, Language language) {
        String label = label(role, language);
        return language.of(label, label + " " + role.key());
    }

    private static String label(MerchantRole role, Language language) {
        String english =
                switch (role) {
                    case DIRECT_MERCHANT -> "Direct merchant";
                    case SERVICE_PROVIDER -> "Service provider";
                    case ECOMMERCE_PLATFORM -> "E-commerce platform";
                    case CHANNEL_PARTNER -> "Channel partner";
                    case INSTITUTION -> "Institution";
                    case BRAND -> "Brand";
                    case BANK -> "Bank";
                };
        return language.of(role.key(), english);
    }

    void add(Heading heading) {
        Entry entry = heading.entry();
        add(
                products.computeIfAbsent(Products.group(heading.product()), name -> new TreeMap<>()),
                Products.part(heading.product()),
                entry);
        for (PageLink role : heading.roles()) {
            add(roles.computeIfAbsent(role.path(), path -> new TreeMap<>()), heading.product(), entry);
        }
        String[] segments = entry.path().split("/");
        add(folders, segments.length > 2 ? segments[0] + "/" + segments[1] : segments[0], entry);
    }

    private static void add(Map<String, List<Entry>> groups, String group, Entry entry) {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(entry);
    }

    /** Returns the pages of the products, the largest first. */
    List<ListPage> products() {
        return products.entrySet().stream()
                .map(product -> new ListPage(
                        Paths.ofProduct(product.getKey()),
                        product.getKey(),
                        product.getKey(),
                        groups(product.getValue())))
                .sorted(Comparator.comparing(ListPage::size).reversed().thenComparing(ListPage::title))
                .toList();
    }

    /** Returns the pages of the roles that have operations, in the order of the enum. */
    List<ListPage> roles() {
        List<ListPage> pages = new ArrayList<>();
        for (MerchantRole role : MerchantRole.values()) {
            Map<String, List<Entry>> groups = roles.get(Paths.of(role));
            if (groups != null && !groups.isEmpty()) {
                pages.add(new ListPage(Paths.of(role), name(role, language), label(role, language), groups(groups)));
            }
        }
        return pages;
    }

    /** Returns the page of everything, by path. */
    ListPage everything() {
        String title = language.of("全部接口与通知", "All operations and notifications");
        return new ListPage("all", title, title, groups(folders));
    }

    private static List<EntryGroup> groups(Map<String, List<Entry>> groups) {
        List<EntryGroup> list = new ArrayList<>();
        groups.forEach((title, entries) -> list.add(new EntryGroup(
                title, "g" + list.size(), entries.stream().sorted(BY_PATH).toList())));
        return list;
    }
}

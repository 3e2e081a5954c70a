package io.github.wxpaycodegen.generator.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All specs of one run.
 *
 * @param endpoints sorted by URI
 * @param types the shared types, sorted by folder and name
 * @param notifications sorted by protocol and path
 * @param folderTitles the Chinese names of folders, by their paths: {@code v3/fund-app}
 * @param productFolders the folders whose subfolders are products: {@code v3/marketing}
 * @param errors the errors that operations share
 */
public record Specs(
        List<Endpoint> endpoints,
        List<SharedType> types,
        List<NotificationSpec> notifications,
        SortedMap<String, String> folderTitles,
        Set<String> productFolders,
        ErrorCatalog errors) {
    public Specs {
        endpoints = List.copyOf(endpoints);
        types = List.copyOf(types);
        notifications = List.copyOf(notifications);
        productFolders = Set.copyOf(productFolders);
        folderTitles = Collections.unmodifiableSortedMap(new TreeMap<>(folderTitles));
    }
}

package io.github.wxpaycodegen.cli.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A search for operations. All conditions must hold; each compares a part, ignoring case.
 *
 * @param words each is a part of the title, the product, the path or the line of Java
 * @param title a part of the title; null for any
 * @param product a part of the product; null for any
 * @param path a part of the URI; null for any
 * @param field a part of the name of a field of the request or the response; null for any
 */
public record CatalogSearch(
        List<String> words,
        @Nullable String title,
        @Nullable String product,
        @Nullable String path,
        @Nullable String field) {
    public CatalogSearch {
        words = List.copyOf(words);
    }

    boolean matches(CatalogEntry entry) {
        return words.stream().allMatch(word -> mentions(entry, word))
                && (title == null || contains(entry.title(), title))
                && (product == null || contains(entry.product(), product))
                && (path == null || contains(entry.id(), path) || contains(entry.path(), path))
                // Last, because the fields are in an index of their own.
                && (field == null
                        || !fieldsOf(entry.requestFields()).isEmpty()
                        || !fieldsOf(entry.responseFields()).isEmpty());
    }

    private static boolean mentions(CatalogEntry entry, String word) {
        return contains(entry.title(), word)
                || contains(entry.product(), word)
                || contains(entry.id(), word)
                || contains(entry.java(), word);
    }

    /** Returns the names that the search for a field finds; none if it does not search for a field. */
    public List<String> fieldsOf(List<String> names) {
        return field == null
                ? List.of()
                : names.stream().filter(name -> contains(name, field)).toList();
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}

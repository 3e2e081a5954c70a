package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.page.ErrorRow;
import io.github.wxpaycodegen.reference.page.FieldNode;
import io.github.wxpaycodegen.reference.page.FieldSection;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the index of the search as a script, because a page that is opened from a directory cannot read any other file. Names
 * that many pages share are written once; a page has their numbers.
 */
final class SearchIndex {
    private final Map<String, Integer> products = new LinkedHashMap<>();
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<String, Integer> errors = new LinkedHashMap<>();
    private final List<String> pages = new ArrayList<>();

    private SearchIndex() {}

    /** Returns the script. It is the same for all languages. */
    static String of(Site site) {
        SearchIndex index = new SearchIndex();
        site.operations().forEach(index::add);
        site.notifications().forEach(index::add);
        site.errors().v3().forEach(error -> index.addError("v3", error));
        site.errors().v2().forEach(error -> index.addError("v2", error));
        site.errors().requestIds().forEach(error -> index.addError("id", error));
        return "wxpayReference.load({\n\"products\":" + list(index.products.keySet()) + ",\n\"fields\":"
                + list(index.fields.keySet()) + ",\n\"errors\":" + list(index.errors.keySet()) + ",\n\"pages\":[\n"
                + String.join(",\n", index.pages) + "\n]});\n";
    }

    private void add(OperationPage page) {
        String java = page.java() + " " + String.join(" ", page.classes());
        Stream<FieldSection> sections = Stream.concat(page.request().stream(), page.response().stream());
        List<String> codes = page.errors().stream().map(ErrorRow::code).toList();
        int state = page.heading().entry().remark().isEmpty() ? 0 : 1;
        add(page.heading(), java, state, sections, codes);
    }

    private void add(NotificationPage page) {
        add(page.heading(), page.java(), 0, page.content().stream(), List.of());
    }

    private void add(Heading heading, String java, int state, Stream<FieldSection> sections, List<String> codes) {
        Entry entry = heading.entry();
        Set<String> names = new LinkedHashSet<>();
        sections.forEach(section -> section.fields().forEach(field -> names(field, "", names)));
        pages.add("[" + text(entry.path()) + "," + text(entry.method()) + "," + text(entry.uri()) + ","
                + text(entry.title()) + "," + number(products, heading.product()) + "," + text(java) + "," + state + ","
                + numbers(fields, names) + "," + numbers(errors, codes) + "]");
    }

    /** A shared error is found like a page: it is a place on the page of errors. */
    private void addError(String prefix, ErrorRow error) {
        pages.add("[" + text("errors#" + prefix + "." + error.code()) + ",\"!\"," + text(error.code()) + ","
                + text(error.title()) + "," + number(products, error.product()) + ",\"\",0,[],[]]");
    }

    /** Collects the names, each with that of its parent, so that {@code amount.total} is found. */
    private static void names(FieldNode field, String parent, Set<String> names) {
        names.add(parent + field.name());
        field.children().forEach(child -> names(child, field.name() + ".", names));
    }

    private static int number(Map<String, Integer> all, String name) {
        return all.computeIfAbsent(name, key -> all.size());
    }

    private static String numbers(Map<String, Integer> all, Collection<String> names) {
        return names.stream()
                .map(name -> Integer.toString(number(all, name)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(SearchIndex::text).collect(Collectors.joining(",", "[", "]"));
    }

    /** Returns a string of JavaScript. */
    private static String text(String text) {
        StringBuilder code = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                code.append('\\').append(each);
            } else if (each < 0x20 || each == '\u2028' || each == '\u2029' || each == '<') {
                code.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                code.append(each);
            }
        }
        return code.append('"').toString();
    }
}

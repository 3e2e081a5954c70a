package io.github.wxpaycodegen.reference.render;

import io.github.wxpaycodegen.generator.json.JsonText;
import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.page.ErrorRow;
import io.github.wxpaycodegen.reference.page.FieldNode;
import io.github.wxpaycodegen.reference.page.FieldSection;
import io.github.wxpaycodegen.reference.page.FieldValue;
import io.github.wxpaycodegen.reference.page.Heading;
import io.github.wxpaycodegen.reference.page.ListPage;
import io.github.wxpaycodegen.reference.page.NotificationPage;
import io.github.wxpaycodegen.reference.page.OperationPage;
import io.github.wxpaycodegen.reference.page.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the index of the search as a script, because a page that is opened from a directory cannot read any other file. Names
 * that many pages share are written once; a page has their numbers. Its roles are a number with a bit for each, 0 if they are unknown.
 * A field with known values has the number of their list behind its name, so that fields of one name and other values differ.
 */
final class SearchIndex {
    /** The number that ends the address of an official page. */
    private static final Pattern OFFICIAL_ID = Pattern.compile("/([0-9]{6,})$");

    /** An address: its path without the first slash, and its query. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/]+/([^?#]*[^/?#])/?(?:\\?([^#]*))?(?:#.*)?");

    /** The part of a query that distinguishes official pages of one path. */
    private static final Pattern CHAPTER = Pattern.compile("(?:^|&)(chapter=[^&]*)");

    /** The bits of the roles in the number that stands for several, by their paths. */
    private final Map<String, Integer> roleBits = new HashMap<>();

    /** The roles that may call an operation, by its path. */
    private final Map<String, Integer> rolesOf = new HashMap<>();

    private final Map<String, Integer> products = new LinkedHashMap<>();
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> enums = new LinkedHashMap<>();
    private final Map<String, Integer> errors = new LinkedHashMap<>();
    private final Map<String, Set<String>> fieldTitles = new TreeMap<>();
    private final Map<String, Set<String>> errorTitles = new TreeMap<>();
    private final Set<Integer> characters = new HashSet<>();
    private final List<List<Object>> pages = new ArrayList<>();

    private SearchIndex(List<ListPage> roles) {
        roles.forEach(role -> roleBits.put(role.path(), 1 << roleBits.size()));
    }

    /**
     * Returns the script, the same for all languages: its texts are Chinese, except the names of roles.
     *
     * @param english the same site in English
     */
    static String of(Site site, Site english) {
        SearchIndex index = new SearchIndex(site.roles());
        List<Object> roles = new ArrayList<>();
        for (int i = 0; i < site.roles().size(); i++) {
            roles.add(
                    List.of(site.roles().get(i).label(), english.roles().get(i).label()));
        }
        site.operations().forEach(index::add);
        site.notifications().forEach(index::add);
        site.errors().v3().forEach(error -> index.addError("v3", error));
        site.errors().v2().forEach(error -> index.addError("v2", error));
        site.errors().requestIds().forEach(error -> index.addError("id", error));
        return "wxpayReference.load({\n\"roles\":" + script(roles) + ",\n\"products\":"
                + script(index.products.keySet()) + ",\n\"fields\":"
                + script(index.fields.keySet()) + ",\n\"values\":" + script(index.values.keySet())
                + ",\n\"enums\":" + script(index.enums.keySet()) + ",\n\"errors\":" + script(index.errors.keySet())
                + ",\n\"fieldTitles\":" + script(index.fieldTitles) + ",\n\"errorTitles\":" + script(index.errorTitles)
                + ",\n\"pinyin\":" + escaped(JsonText.compact(Pinyin.of(index.characters))) + ",\n\"pages\":[\n"
                + index.pages.stream().map(SearchIndex::script).collect(Collectors.joining(",\n")) + "\n]});\n";
    }

    private void add(OperationPage page) {
        String java = page.java() + " " + String.join(" ", page.classes());
        Stream<FieldSection> sections = Stream.concat(page.request().stream(), page.response().stream());
        List<String> codes = page.errors().stream().map(ErrorRow::code).toList();
        page.errors().forEach(error -> title(errorTitles, error.code(), error.title()));
        int state = page.heading().entry().remark().isEmpty() ? 0 : 1;
        int roles = roles(page.heading());
        rolesOf.put(page.heading().entry().path(), roles);
        add(page.heading(), java, state, sections, codes, roles);
    }

    /** A notification without roles has those of the operations that cause it. */
    private void add(NotificationPage page) {
        int own = roles(page.heading());
        int roles = own != 0
                ? own
                : page.causes().stream()
                        .mapToInt(cause -> rolesOf.getOrDefault(cause.path(), 0))
                        .reduce(0, (all, role) -> all | role);
        add(page.heading(), page.java(), 0, page.content().stream(), List.of(), roles);
    }

    private int roles(Heading heading) {
        return heading.roles().stream()
                .mapToInt(role -> roleBits.getOrDefault(role.path(), 0))
                .reduce(0, (all, role) -> all | role);
    }

    private void add(
            Heading heading, String java, int state, Stream<FieldSection> sections, List<String> codes, int roles) {
        Entry entry = heading.entry();
        Set<String> names = new LinkedHashSet<>();
        sections.forEach(section -> section.fields().forEach(field -> names(field, "", names)));
        List<String> everyday = EverydayNames.of(entry.path());
        Stream.concat(Stream.of(entry.title(), heading.product()), everyday.stream())
                .forEach(text -> text.codePoints().forEach(characters::add));
        pages.add(List.of(
                entry.path(),
                entry.uri().equals(usualUri(entry.path())) ? "" : entry.uri(),
                entry.title(),
                number(products, heading.product()),
                java,
                state,
                numbers(fields, names),
                numbers(errors, codes),
                everyday,
                heading.officialPages().stream()
                        .flatMap(page -> official(page.url()).stream())
                        .distinct()
                        .toList(),
                roles));
    }

    /** Returns the URI, or the id of a notification, that most paths imply: {@code search.js} has the same rule. */
    private static String usualUri(String path) {
        if (path.startsWith("notifications/")) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
        String uri = path.substring(0, path.lastIndexOf('.'))
                .replaceAll("/-([^/]*)-(?=/|$)", "/{$1}")
                .replaceAll("/slash$", "/");
        return uri.startsWith("v2/") ? uri.substring(2) : "/" + uri;
    }

    /** Returns what an address of an official page is found by: its number, or else its path; empty for a whole host. */
    private static Optional<String> official(String url) {
        Matcher id = OFFICIAL_ID.matcher(url);
        if (id.find()) {
            return Optional.of(id.group(1));
        }
        Matcher address = ADDRESS.matcher(url.toLowerCase(Locale.ROOT));
        if (!address.matches()) {
            return Optional.empty();
        }
        String query = address.group(2) == null ? "" : address.group(2);
        Matcher chapter = CHAPTER.matcher(query);
        return Optional.of(address.group(1) + (chapter.find() ? "?" + chapter.group(1) : ""));
    }

    /** A shared error is found like a page: it is a place on the page of errors. */
    private void addError(String prefix, ErrorRow error) {
        pages.add(List.of(
                "errors#" + prefix + "." + error.code(),
                error.code(),
                error.title(),
                number(products, error.product()),
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0));
    }

    /** Collects the names, each with that of its parent, so that {@code amount.total} is found. */
    private void names(FieldNode field, String parent, Set<String> names) {
        names.add(parent + field.name() + kind(field.values()));
        title(fieldTitles, field.name(), field.title());
        field.children().forEach(child -> names(child, field.name() + ".", names));
    }

    /** Returns the number of a list of values, after a space; empty for no list. Numbers and single letters are not looked for. */
    private String kind(List<FieldValue> all) {
        List<Integer> known = all.stream()
                .map(FieldValue::value)
                .filter(value -> value.length() > 1 && value.codePoints().anyMatch(Character::isLetter))
                .map(value -> number(values, value))
                .toList();
        return known.isEmpty() ? "" : " " + number(enums, known);
    }

    /** Records what a field or an error is called in Chinese. Several operations can call it differently. */
    private static void title(Map<String, Set<String>> titles, String name, String title) {
        if (!title.isEmpty()) {
            titles.computeIfAbsent(name, key -> new TreeSet<>()).add(title);
        }
    }

    private static <K> int number(Map<K, Integer> all, K name) {
        return all.computeIfAbsent(name, key -> all.size());
    }

    private static List<Integer> numbers(Map<String, Integer> all, Collection<String> names) {
        return names.stream().map(name -> number(all, name)).toList();
    }

    private static String script(Collection<?> list) {
        return escaped(JsonText.compact(List.copyOf(list)));
    }

    private static String script(Map<String, Set<String>> titles) {
        Map<String, Object> lists = new LinkedHashMap<>();
        titles.forEach((name, all) -> lists.put(name, List.copyOf(all)));
        return escaped(JsonText.compact(lists));
    }

    /** Returns JSON as JavaScript, which it is; without the characters that older browsers and HTML do not allow in it. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}

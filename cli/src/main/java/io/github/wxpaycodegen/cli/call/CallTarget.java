package io.github.wxpaycodegen.cli.call;

import io.github.wxpaycodegen.cli.catalog.Catalog;
import io.github.wxpaycodegen.cli.catalog.CatalogEntry;
import io.github.wxpaycodegen.cli.catalog.WireTrait;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation to call: one of the catalog, or one that it does not know.
 *
 * @param method the HTTP method, in capitals
 * @param path as on the wire, without templates
 * @param v2 true for v2
 * @param known what the catalog knows of it; empty for an operation without a spec
 */
public record CallTarget(String method, String path, boolean v2, Optional<CatalogEntry> known) {
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");
    private static final String V2 = "/v2/";

    /**
     * Finds the operation.
     *
     * @param uri as the catalog writes it, {@code /v3/pay/transactions/id/{transaction_id}}, or with the values in
     *     it; v2 begins with {@code /v2/}
     * @param method the HTTP method; null if the catalog has only one
     * @param segments the values of the templates, by name
     * @throws IllegalArgumentException if the operation is ambiguous or unknown, or a value of a template is missing
     *     or superfluous
     */
    public static CallTarget find(Catalog catalog, String uri, @Nullable String method, Map<String, String> segments) {
        String id = uri.startsWith("/") ? uri : "/" + uri;
        boolean v2 = id.startsWith(V2);
        if (!v2 && !id.startsWith("/v3/") && !id.startsWith("/brand/")) {
            throw new IllegalArgumentException("the URI must begin with /v2/, /v3/ or /brand/ (was " + uri + ")");
        }
        String wire = v2 ? id.substring(V2.length() - 1) : id;
        List<CatalogEntry> all = catalog.withId(id);
        if (all.isEmpty()) {
            all = catalog.entries().stream()
                    .filter(entry -> entry.isV2() == v2)
                    .map(CatalogEntry::method)
                    .distinct()
                    .flatMap(each -> catalog.called(each, wire).stream())
                    .filter(entry -> entry.isV2() == v2)
                    .toList();
        }
        Optional<CatalogEntry> known = choose(all, id, method);
        if (known.isEmpty() && method == null && !v2) {
            throw new IllegalArgumentException("no operation has the URI " + id
                    + ": correct it ('wxpay operations --path' finds it), or name the method of a new one with"
                    + " --method");
        }
        String chosen = known.map(CatalogEntry::method).orElse(method == null ? "POST" : method);
        return new CallTarget(chosen, fill(wire, segments), v2, known);
    }

    private static Optional<CatalogEntry> choose(List<CatalogEntry> all, String id, @Nullable String method) {
        if (method != null) {
            Optional<CatalogEntry> named =
                    all.stream().filter(entry -> entry.method().equals(method)).findFirst();
            if (named.isEmpty() && !all.isEmpty()) {
                // Otherwise the traits of the operation would not count, and a v2 request is sent by POST whatever is
                // named.
                throw new IllegalArgumentException(id + " has no method " + method + ", only "
                        + String.join(
                                ", ", all.stream().map(CatalogEntry::method).toList()));
            }
            return named;
        }
        if (all.size() > 1) {
            throw new IllegalArgumentException(id + " has the methods "
                    + String.join(", ", all.stream().map(CatalogEntry::method).toList()) + ": name one with --method");
        }
        return all.stream().findFirst();
    }

    private static String fill(String path, Map<String, String> segments) {
        Set<String> left = new LinkedHashSet<>(segments.keySet());
        StringBuilder filled = new StringBuilder();
        Matcher templates = TEMPLATE.matcher(path);
        while (templates.find()) {
            String name = templates.group(1);
            String value = segments.get(name);
            if (value == null || value.isEmpty()) {
                throw new IllegalArgumentException("the path needs a value: --segment " + name + "=...");
            }
            left.remove(name);
            templates.appendReplacement(filled, Matcher.quoteReplacement(PercentEncoding.of(value)));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("the path " + path + " has no " + String.join(", ", left));
        }
        return templates.appendTail(filled).toString();
    }

    /** Returns true if the call changes something, or may do so because the operation is unknown. */
    public boolean mayChange() {
        return known.map(entry -> !entry.has(WireTrait.READ_ONLY)).orElse(v2 || !method.equals("GET"));
    }

    /** Returns true if the operation has a trait. */
    public boolean has(WireTrait trait) {
        return known.filter(entry -> entry.has(trait)).isPresent();
    }

    /** Returns the method, the path and, if it is known, the title. */
    @Override
    public String toString() {
        return method + " " + (v2 ? "/v2" : "") + path
                + known.map(entry -> " " + entry.title()).orElse("");
    }
}

package io.github.wxpaycodegen.cli.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operation: one HTTP method of a URI. */
public final class CatalogEntry {
    private static final WireIndex.Line NOTHING_KNOWN =
            new WireIndex.Line("", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final Map<String, @Nullable Object> index;
    private final Catalog.LazyWireIndex wire;

    CatalogEntry(Map<?, ?> members, Catalog.LazyWireIndex wire) {
        this.index = new LinkedHashMap<>();
        members.forEach((name, value) -> index.put((String) name, value));
        this.wire = wire;
    }

    /** Returns the URI as callers write it: {@code /v2/pay/refund}. */
    public String id() {
        return text("id");
    }

    /** Returns the HTTP method, in capitals. */
    public String method() {
        return text("method");
    }

    /** Returns the path on the wire, with templates: {@code /pay/refund}. */
    public String path() {
        return text("path");
    }

    /** Returns true for v2, which is XML; false for v3 and brands. */
    public boolean isV2() {
        return text("protocol").equals("v2");
    }

    /** Returns true if the client certificate is presented. */
    public boolean needsClientCertificate() {
        return Boolean.TRUE.equals(index.get("security"));
    }

    /** Returns the line of Java that makes the call. */
    public String java() {
        return text("java");
    }

    /** Returns the official Chinese title. */
    public String title() {
        return text("title");
    }

    /** Returns the product, in Chinese; empty if the specs name none. */
    public String product() {
        return text("product");
    }

    /** Returns true if WeChat Pay has closed the operation. */
    public boolean isClosed() {
        return Boolean.TRUE.equals(index.get("closed"));
    }

    /** Returns true if something else should be used. */
    public boolean isDeprecated() {
        return Boolean.TRUE.equals(index.get("deprecated"));
    }

    /** Returns the official pages. */
    public List<String> pages() {
        List<String> pages = new ArrayList<>();
        if (index.get("docs") instanceof List<?> docs) {
            docs.forEach(each -> {
                if (each instanceof Map<?, ?> page && page.get("url") instanceof String url) {
                    pages.add(url);
                }
            });
        }
        return pages;
    }

    /** Returns the URI of the query that finds out whether the operation took effect; empty for none. */
    public String settledBy() {
        return text("settledBy");
    }

    /** Returns the error codes that the operation lists, with what to do about each. */
    public Map<String, String> errors() {
        return index.get("errors") instanceof List<?> errors ? Catalog.advice(errors) : Map.of();
    }

    /** Returns the error codes after which the outcome is unknown; {@code *} stands for all that nobody lists. */
    public List<String> uncertainErrors() {
        return index.get("uncertainErrors") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns the only host that serves the operation; empty if that is the configured one. */
    public Optional<String> host() {
        return line().hosts().stream().findFirst();
    }

    /** Returns the further hosts that serve the operation. */
    public List<String> alternativeHosts() {
        return line().alternativeHosts();
    }

    /** Returns true if the operation has a trait. */
    public boolean has(WireTrait trait) {
        return line().has(trait);
    }

    /** Returns the names of the elements of a v2 response that contain elements. */
    public List<String> nestedElements() {
        return line().nested();
    }

    /** Returns the names of the request's fields, with dots between levels: {@code amount.total}. */
    public List<String> requestFields() {
        return line().requestFields();
    }

    /** Returns the names of the response's fields, with dots between levels. */
    public List<String> responseFields() {
        return line().responseFields();
    }

    /** Returns the names of the request's fields that are encrypted, with dots between levels. */
    public List<String> encryptedFields() {
        return line().encryptedFields();
    }

    private WireIndex.Line line() {
        return wire.get().find(method(), id()).orElse(NOTHING_KNOWN);
    }

    /** Returns true if a path has the form of this operation's path. */
    boolean serves(String path) {
        return path.equals(path())
                || (path().contains("{") && pattern().matcher(path).matches());
    }

    private Pattern pattern() {
        String[] literals = path().split("\\{[^}]*}", -1);
        StringBuilder pattern = new StringBuilder(Pattern.quote(literals[0]));
        for (int i = 1; i < literals.length; i++) {
            pattern.append("[^/]+").append(Pattern.quote(literals[i]));
        }
        return Pattern.compile(pattern.toString());
    }

    /** Returns all that the index of the client says. */
    public Map<String, @Nullable Object> index() {
        return new LinkedHashMap<>(index);
    }

    private String text(String name) {
        return index.get(name) instanceof String text ? text : "";
    }

    /** Returns the method and the URI. */
    @Override
    public String toString() {
        return method() + " " + id();
    }
}

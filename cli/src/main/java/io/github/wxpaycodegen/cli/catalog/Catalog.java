package io.github.wxpaycodegen.cli.catalog;

import io.github.wxpaycodegen.cli.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All operations, as the index in the jar of the client and the specs describe them. */
public final class Catalog {
    private static final String INDEX = "/META-INF/wxpay/operations.json";
    private static final String ERRORS = "/META-INF/wxpay/errors.json";

    private final List<CatalogEntry> entries;

    private Catalog(List<CatalogEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Reads the bundled catalog. The fields are read when they are first needed. */
    public static Catalog read() {
        try (InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream(INDEX), INDEX)) {
            LazyWireIndex wire = new LazyWireIndex();
            List<CatalogEntry> entries = new ArrayList<>();
            for (Object each : (List<?>) Objects.requireNonNull(Json.read(in))) {
                entries.add(new CatalogEntry((Map<?, ?>) each, wire));
            }
            return new Catalog(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of operations cannot be read", e);
        }
    }

    /** Returns all operations, sorted by URI. */
    public List<CatalogEntry> entries() {
        return entries;
    }

    /** Returns the operations that match, sorted by URI. Those that should not be used come last. */
    public List<CatalogEntry> search(CatalogSearch search) {
        return entries.stream()
                .filter(search::matches)
                .sorted(Comparator.comparing(CatalogEntry::isClosed).thenComparing(CatalogEntry::isDeprecated))
                .toList();
    }

    /**
     * Returns the operations of a URI: one for each method.
     *
     * @param id with or without the first slash: {@code /v3/pay/transactions/native}
     */
    public List<CatalogEntry> withId(String id) {
        String wanted = id.startsWith("/") ? id : "/" + id;
        return entries.stream().filter(entry -> entry.id().equals(wanted)).toList();
    }

    /**
     * Returns the operation whose path, with the values of its template segments, is called with a method; empty if
     * none is known.
     */
    public Optional<CatalogEntry> called(String method, String path) {
        List<CatalogEntry> found = entries.stream()
                .filter(entry -> entry.method().equals(method) && entry.serves(path))
                .toList();
        // A path without templates is the more specific one.
        return found.stream()
                .filter(entry -> !entry.path().contains("{"))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Returns the error codes that all operations of a protocol share, with what to do about each. */
    public static Map<String, String> sharedErrors(boolean v2) {
        try (InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream(ERRORS), ERRORS)) {
            return Json.read(in) instanceof Map<?, ?> protocols
                            && protocols.get(v2 ? "v2" : "v3") instanceof List<?> errors
                    ? advice(errors)
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of errors cannot be read", e);
        }
    }

    static Map<String, String> advice(List<?> errors) {
        Map<String, String> advice = new LinkedHashMap<>();
        for (Object each : errors) {
            if (each instanceof Map<?, ?> error
                    && error.get("code") instanceof String code
                    && error.get("advice") instanceof String text) {
                advice.put(code, text);
            }
        }
        return advice;
    }

    /** Reads the index once, and only if it is needed. */
    static final class LazyWireIndex {
        private @Nullable WireIndex index;

        WireIndex get() {
            WireIndex present = index == null ? WireIndex.read() : index;
            index = present;
            return present;
        }
    }
}

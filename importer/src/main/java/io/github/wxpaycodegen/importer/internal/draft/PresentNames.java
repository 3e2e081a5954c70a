package io.github.wxpaycodegen.importer.internal.draft;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Java names that present specs state. All endpoints below a segment must spell it alike, so a new one takes over the spelling of its
 * neighbors.
 */
public final class PresentNames {
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    /** Spellings of the last segments of URIs and of their beginnings. */
    private final Map<String, String> spellings = new HashMap<>();

    /** Collects the names of specs. */
    public PresentNames(Specs specs) {
        for (Endpoint endpoint : specs.endpoints()) {
            endpoints.put(endpoint.uri(), endpoint);
            endpoint.javaPath().ifPresent(path -> {
                String[] segments = endpoint.uri().split("/");
                String[] names = path.split("/");
                for (int i = 0; i < Math.min(segments.length, names.length); i++) {
                    spellings.putIfAbsent(beginning(segments, i), names[i]);
                }
            });
        }
    }

    /** Returns the Java path of a URI, new or present; empty if none of its segments has a spelling of its own. */
    public Optional<String> javaPath(String uri) {
        String[] segments = uri.split("/");
        String[] names = segments.clone();
        for (int i = 0; i < segments.length; i++) {
            names[i] = spellings.getOrDefault(beginning(segments, i), segments[i]);
        }
        String path = String.join("/", names);
        return path.equals(String.join("/", segments)) ? Optional.empty() : Optional.of(path);
    }

    /** Returns the name that replaces that of the last segment of a present URI. */
    Optional<String> ofEndpoint(String uri) {
        return Optional.ofNullable(endpoints.get(uri)).flatMap(Endpoint::javaName);
    }

    /** Returns the name of the messages of a present operation. */
    Optional<String> ofOperation(String uri, String method) {
        return Optional.ofNullable(endpoints.get(uri)).stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(operation ->
                        operation.method().name().toLowerCase(Locale.ROOT).equals(method))
                .findFirst()
                .flatMap(operation -> operation.javaName());
    }

    private static String beginning(String[] segments, int last) {
        return String.join("/", Arrays.copyOf(segments, last + 1));
    }
}

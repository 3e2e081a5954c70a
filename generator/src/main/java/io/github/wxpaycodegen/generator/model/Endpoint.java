package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * One URI and its operations.
 *
 * @param uri the chain as callers write it, without a leading slash: {@code v2/wxv/cancelbill}
 * @param javaPath the URI from which Java names are made, where it is another
 * @param javaName the name that replaces the one derived from the last segment
 * @param operations in the order of {@link HttpMethod}
 */
public record Endpoint(
        SourceSpan span, String uri, Optional<String> javaPath, Optional<String> javaName, List<Operation> operations) {
    public Endpoint {
        operations = List.copyOf(operations);
    }

    /** Returns the root, which the first segment names. */
    public Root root() {
        return Root.of(uri).orElseThrow(() -> new IllegalStateException(uri + " has no known root"));
    }

    /** Returns the protocol of its root. */
    public Protocol protocol() {
        return root().protocol();
    }

    /** The URI from which Java names are made: without a slash at its end. */
    public String chain() {
        String path = javaPath.orElse(uri);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path on the wire, with a leading slash: v2 drops its prefix. */
    public String wirePath() {
        return protocol() == Protocol.V2 ? uri.substring(root().segment().length()) : "/" + uri;
    }
}

package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A URI and its operations.
 *
 * @param uri the URI as callers write it, without a leading slash: {@code v2/wxv/cancelbill}
 * @param javaPath the URI from which Java names are derived, if it differs
 * @param javaName the name that replaces the one derived from the last segment
 * @param operations in the order of {@link HttpMethod}
 */
public record Endpoint(
        SourceSpan span, String uri, Optional<String> javaPath, Optional<String> javaName, List<Operation> operations) {
    public Endpoint {
        operations = List.copyOf(operations);
    }

    /** Returns the root, which is the first segment. */
    public Root root() {
        return Root.of(uri).orElseThrow(() -> new IllegalStateException(uri + " has no known root"));
    }

    /** Returns the protocol of its root. */
    public Protocol protocol() {
        return root().protocol();
    }

    /** Returns the URI from which Java names are derived, without a trailing slash. */
    public String chain() {
        String path = javaPath.orElse(uri);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns the path on the wire, with a leading slash. For v2, it does not contain the first segment. */
    public String wirePath() {
        return protocol() == Protocol.V2 ? uri.substring(root().segment().length()) : "/" + uri;
    }
}

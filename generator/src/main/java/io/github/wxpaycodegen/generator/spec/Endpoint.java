package io.github.wxpaycodegen.generator.spec;

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

    /** The protocol, which the first segment names. */
    public Protocol protocol() {
        return uri.startsWith("v2/") ? Protocol.V2 : Protocol.V3;
    }

    /** The URI from which Java names are made: without a slash at its end. */
    public String chain() {
        String path = javaPath.orElse(uri);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path on the wire, with a leading slash: v2 drops its prefix. */
    public String wirePath() {
        return protocol() == Protocol.V2 ? uri.substring("v2".length()) : "/" + uri;
    }
}

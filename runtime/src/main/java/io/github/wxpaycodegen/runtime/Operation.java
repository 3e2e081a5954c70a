package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows of an operation; generated code declares one a method and URI.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public final class Operation<Q extends Message, R> {
    private final String id;
    private final String path;
    private final Function<FieldReader, R> readFrom;
    private final boolean security;
    private final boolean nonceless;
    private final boolean responseUnsigned;
    private final boolean readOnly;
    private final Set<String> uncertain;
    private final @Nullable String settledBy;
    private final @Nullable URI host;
    private final List<URI> alternativeHosts;
    private final Set<String> nestedElements;

    private Operation(Builder<Q, R> b) {
        id = b.id;
        path = b.path;
        readFrom = b.readFrom;
        security = b.security;
        nonceless = b.nonceless;
        responseUnsigned = b.responseUnsigned;
        readOnly = b.readOnly;
        uncertain = Set.copyOf(b.uncertain);
        settledBy = b.settledBy;
        host = b.host;
        alternativeHosts = List.copyOf(b.alternativeHosts);
        nestedElements = Set.copyOf(b.nestedElements);
    }

    /**
     * Begins a v2 operation that posts XML.
     *
     * @param id the URI as callers write it, {@code /v2/wxv/cancelbill}
     * @param path the path on the wire, {@code /wxv/cancelbill}
     * @param readFrom reads the response
     */
    public static <Q extends Message, R> Builder<Q, R> v2(String id, String path, Function<FieldReader, R> readFrom) {
        return new Builder<>(id, path, readFrom);
    }

    String id() {
        return id;
    }

    String path() {
        return path;
    }

    Function<FieldReader, R> readFrom() {
        return readFrom;
    }

    boolean security() {
        return security;
    }

    boolean nonceless() {
        return nonceless;
    }

    boolean responseUnsigned() {
        return responseUnsigned;
    }

    boolean readOnly() {
        return readOnly;
    }

    Set<String> uncertain() {
        return uncertain;
    }

    @Nullable
    String settledBy() {
        return settledBy;
    }

    @Nullable
    URI host() {
        return host;
    }

    List<URI> alternativeHosts() {
        return alternativeHosts;
    }

    Set<String> nestedElements() {
        return nestedElements;
    }

    @Override
    public String toString() {
        return id;
    }

    /** Describes an operation. */
    public static final class Builder<Q extends Message, R> {
        private final String id;
        private final String path;
        private final Function<FieldReader, R> readFrom;
        private boolean security;
        private boolean nonceless;
        private boolean responseUnsigned;
        private boolean readOnly;
        private List<String> uncertain = List.of();
        private @Nullable String settledBy;
        private @Nullable URI host;
        private final List<URI> alternativeHosts = new ArrayList<>();
        private List<String> nestedElements = List.of();

        private Builder(String id, String path, Function<FieldReader, R> readFrom) {
            this.id = id;
            this.path = path;
            this.readFrom = readFrom;
        }

        /** The client certificate is presented. */
        public Builder<Q, R> security() {
            security = true;
            return this;
        }

        /** The request carries no {@code nonce_str}. */
        public Builder<Q, R> nonceless() {
            nonceless = true;
            return this;
        }

        /** A success may come without a signature. */
        public Builder<Q, R> responseUnsigned() {
            responseUnsigned = true;
            return this;
        }

        /** The operation changes nothing at the gateway. */
        public Builder<Q, R> readOnly() {
            readOnly = true;
            return this;
        }

        /** Error codes after which it is unknown whether the operation took effect. */
        public Builder<Q, R> uncertain(String... codes) {
            uncertain = List.of(codes);
            return this;
        }

        /** The operation that tells whether this one took effect. */
        public Builder<Q, R> settledBy(String operation) {
            settledBy = operation;
            return this;
        }

        /** The one host that serves the operation; a path that it has goes in front. */
        public Builder<Q, R> host(String url) {
            host = URI.create(url);
            return this;
        }

        /** A host that serves the operation too. */
        public Builder<Q, R> alternativeHost(String url) {
            alternativeHosts.add(URI.create(url));
            return this;
        }

        /** The elements of the response that have elements of their own. */
        public Builder<Q, R> nestedElements(String... names) {
            nestedElements = List.of(names);
            return this;
        }

        /** The operation. */
        public Operation<Q, R> build() {
            return new Operation<>(this);
        }
    }
}

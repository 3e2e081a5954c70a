package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows of an operation; generated code declares one for each method of a URI.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public final class Operation<Q extends Message, R> {
    private final Protocol protocol;
    private final HttpMethod method;
    private final String id;
    private final @Nullable String title;
    private final String path;
    private final ResponseKind responseKind;
    private final Function<FieldReader, R> readFrom;
    private final Set<Trait> traits;
    private final Set<String> uncertain;
    private final List<String> echoes;
    private final Map<String, String> errors;
    private final List<String> workwxSigned;
    private final @Nullable Settlement settlement;
    private final @Nullable URI host;
    private final List<URI> alternativeHosts;
    private final Set<String> nestedElements;
    private final @Nullable String fragment;
    private final @Nullable FileFields<R> file;

    private Operation(Builder<Q, R> b) {
        protocol = b.protocol;
        method = b.method;
        id = b.id;
        title = b.title;
        path = b.path;
        responseKind = b.responseKind;
        readFrom = b.readFrom;
        traits = Set.copyOf(b.traits);
        uncertain = Set.copyOf(b.uncertain);
        echoes = b.echoes;
        errors = Map.copyOf(b.errors);
        workwxSigned = b.workwxSigned;
        settlement = b.settlement;
        host = b.host;
        alternativeHosts = List.copyOf(b.alternativeHosts);
        nestedElements = Set.copyOf(b.nestedElements);
        fragment = b.fragment;
        file = b.file;
    }

    /** A kind of response. */
    public enum ResponseKind {
        /** XML, which is signed by a field. */
        XML,
        /** JSON, or nothing where the operation may have no content. */
        JSON,
        /** A file. */
        FILE,
        /** None: the operation is a URL for a browser. */
        REDIRECT
    }

    /**
     * Begins a v2 operation that answers XML. It posts XML; with GET its fields are a signed query.
     *
     * @param id the URI as callers write it, {@code /v2/wxv/cancelbill}
     * @param path the path on the wire, {@code /wxv/cancelbill}
     * @param readFrom reads the response
     */
    public static <Q extends Message, R> Builder<Q, R> v2(
            HttpMethod method, String id, String path, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V2, method, id, path, ResponseKind.XML, readFrom);
    }

    /** Begins a v2 operation that answers JSON. */
    public static <Q extends Message, R> Builder<Q, R> v2Json(
            HttpMethod method, String id, String path, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V2, method, id, path, ResponseKind.JSON, readFrom);
    }

    /** Begins a v2 operation that answers a file. */
    public static <Q extends Message> Builder<Q, DownloadedFile> v2File(HttpMethod method, String id, String path) {
        return new Builder<>(Protocol.V2, method, id, path, ResponseKind.FILE, Operation::noFields);
    }

    /** Begins a v2 operation that is a URL for a browser. */
    public static <Q extends Message> Builder<Q, URI> v2Redirect(String id, String path) {
        return new Builder<>(Protocol.V2, HttpMethod.GET, id, path, ResponseKind.REDIRECT, Operation::noFields);
    }

    /**
     * Begins a v3 operation that answers JSON, or nothing.
     *
     * @param id the URI as callers write it, which is the path on the wire too; its template segments in braces
     * @param readFrom reads the response
     */
    public static <Q extends Message, R> Builder<Q, R> v3(
            HttpMethod method, String id, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V3, method, id, id, ResponseKind.JSON, readFrom);
    }

    /** Begins a v3 operation that answers a file. */
    public static <Q extends Message> Builder<Q, DownloadedFile> v3File(HttpMethod method, String id) {
        return new Builder<>(Protocol.V3, method, id, id, ResponseKind.FILE, Operation::noFields);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // It never returns.
    private static <R> R noFields(FieldReader in) {
        throw new IllegalStateException("this operation answers no fields");
    }

    /** Returns the version of the protocol. */
    public Protocol protocol() {
        return protocol;
    }

    /** Returns the HTTP method. */
    public HttpMethod method() {
        return method;
    }

    /** Returns the kind of the response. */
    public ResponseKind responseKind() {
        return responseKind;
    }

    /** Returns the end of a URL for a browser; null for none. */
    public @Nullable String fragment() {
        return fragment;
    }

    /** Returns how the response links to a file; null where it does not. */
    public @Nullable FileFields<R> file() {
        return file;
    }

    /** Returns whether the operation has a trait. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns the URI as callers write it, its template segments in braces. */
    public String id() {
        return id;
    }

    /** Returns the title on the official page; null for an operation that no spec describes. */
    public @Nullable String title() {
        return title;
    }

    /** Returns the path on the wire, its template segments in braces. */
    public String path() {
        return path;
    }

    /** Returns what reads the response. */
    public Function<FieldReader, R> readFrom() {
        return readFrom;
    }

    /** Returns the error codes after which it is unknown whether the operation took effect. */
    public Set<String> uncertain() {
        return uncertain;
    }

    /** Returns the fields of the response that repeat the request. */
    public List<String> echoes() {
        return echoes;
    }

    /** Returns the advice for the operation's own error codes. */
    public Map<String, String> errors() {
        return errors;
    }

    /** Returns the fields that the second signature, {@code workwx_sign}, covers; empty where there is none. */
    public List<String> workwxSigned() {
        return workwxSigned;
    }

    /** Returns how the query is called that tells whether the operation took effect; null if none is known. */
    public @Nullable Settlement settlement() {
        return settlement;
    }

    /** Returns the one host that serves the operation; null for the usual host. */
    public @Nullable URI host() {
        return host;
    }

    /** Returns the further hosts that serve the operation. */
    public List<URI> alternativeHosts() {
        return alternativeHosts;
    }

    /** Returns the elements of the response that have elements of their own. */
    public Set<String> nestedElements() {
        return nestedElements;
    }

    /** Returns what exceptions report of the operation. */
    public OperationInfo info() {
        return new OperationInfo(method, id, title);
    }

    @Override
    public String toString() {
        return id;
    }

    /** Describes an operation. */
    public static final class Builder<Q extends Message, R> {
        private final Protocol protocol;
        private final HttpMethod method;
        private final String id;
        private final String path;
        private final ResponseKind responseKind;
        private final Function<FieldReader, R> readFrom;
        private @Nullable String title;
        private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
        private List<String> uncertain = List.of();
        private List<String> echoes = List.of();
        private final Map<String, String> errors = new HashMap<>();
        private List<String> workwxSigned = List.of();
        private @Nullable Settlement settlement;
        private @Nullable URI host;
        private final List<URI> alternativeHosts = new ArrayList<>();
        private List<String> nestedElements = List.of();
        private @Nullable String fragment;
        private @Nullable FileFields<R> file;

        private Builder(
                Protocol protocol,
                HttpMethod method,
                String id,
                String path,
                ResponseKind responseKind,
                Function<FieldReader, R> readFrom) {
            this.protocol = protocol;
            this.method = method;
            this.id = id;
            this.path = path;
            this.responseKind = responseKind;
            this.readFrom = readFrom;
        }

        /** The title on the official page, for those who watch calls. */
        public Builder<Q, R> title(String value) {
            title = value;
            return this;
        }

        /** Adds traits. What is read-only is idempotent too. */
        public Builder<Q, R> traits(Trait... added) {
            traits.addAll(List.of(added));
            if (traits.contains(Trait.READ_ONLY)) {
                traits.add(Trait.IDEMPOTENT);
            }
            return this;
        }

        /** Sets the fragment of a URL for a browser. */
        public Builder<Q, R> fragment(String value) {
            fragment = value;
            return this;
        }

        /** Error codes after which it is unknown whether the operation took effect. */
        public Builder<Q, R> uncertain(String... codes) {
            uncertain = List.of(codes);
            return this;
        }

        /** The fields of the response that have the values of the request; another value is of another call. */
        public Builder<Q, R> echoes(String... fields) {
            echoes = List.of(fields);
            return this;
        }

        /** An error code of the operation, and what the caller does about it. */
        public Builder<Q, R> error(String code, String advice) {
            errors.put(code, advice);
            return this;
        }

        /** The fields of which the second signature, {@code workwx_sign}, is made. */
        public Builder<Q, R> workwxSigned(String... fields) {
            workwxSigned = List.of(fields);
            return this;
        }

        /** The query that tells whether this operation took effect, which the runtime cannot call. */
        public Builder<Q, R> settledBy(String query) {
            settlement = Settlement.by(query);
            return this;
        }

        /**
         * The query that tells whether this operation took effect.
         *
         * @param query its URI as callers write it
         * @param operation returns its description, once a call is settled
         */
        public Builder<Q, R> settledBy(
                String query, Supplier<? extends TypedOperation<?, ?, ? extends Message>> operation) {
            settlement = Settlement.by(query, operation);
            return this;
        }

        /**
         * Names fields that the query cannot do without, a segment of its path for instance. It takes the first of the fields that the
         * request has.
         */
        public Builder<Q, R> settlingNeeds(String... alternatives) {
            settlement = settlement().needing(List.of(alternatives));
            return this;
        }

        /** Names further fields that the query takes, if the request has them. */
        public Builder<Q, R> settlingTakes(String... fields) {
            settlement = settlement().taking(List.of(fields));
            return this;
        }

        /** The flags that the query requires and that are false, whether to list details for instance. */
        public Builder<Q, R> settlingDeclines(String... flags) {
            settlement = settlement().declining(List.of(flags));
            return this;
        }

        /** Names fields that the query needs and that no request of this operation has. */
        public Builder<Q, R> settlingLacks(String... fields) {
            settlement = settlement().lacking(List.of(fields));
            return this;
        }

        private Settlement settlement() {
            return Objects.requireNonNull(settlement, "settledBy(...) comes first");
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

        /** The response leads to a file by a link, without a digest. */
        public Builder<Q, R> file(Function<R, @Nullable Object> url) {
            file = new FileFields<>(url, null, null, null, Set.of());
            return this;
        }

        /** The response leads to a file by a link, and tells the file's digest. */
        public Builder<Q, R> file(
                Function<R, @Nullable Object> url,
                Function<R, @Nullable Object> hashType,
                Function<R, @Nullable Object> hashValue) {
            file = new FileFields<>(url, hashType, hashValue, null, Set.of());
            return this;
        }

        /** The states in which the gateway is still preparing the file that the response leads to. */
        public Builder<Q, R> fileWaits(Function<R, @Nullable Object> state, String... waiting) {
            FileFields<R> fields = Objects.requireNonNull(file, "file(...) comes first");
            file = new FileFields<>(fields.url(), fields.hashType(), fields.hashValue(), state, Set.of(waiting));
            return this;
        }

        /** The operation. */
        public Operation<Q, R> build() {
            return new Operation<>(this);
        }
    }
}

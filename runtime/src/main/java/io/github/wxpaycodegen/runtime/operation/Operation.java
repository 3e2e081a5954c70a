package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Description of an operation for the runtime. Generated code declares one for each method of a URI.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public final class Operation<Q extends Message, R> {
    /**
     * Stands among the {@linkplain Builder#uncertain uncertain codes} for all codes that neither the operation nor its protocol lists.
     * The official pages of transfers say of a code that they do not list: never pay again with another number.
     */
    public static final String UNLISTED = "*";

    private final Protocol protocol;
    private final HttpMethod method;
    private final String id;
    private final @Nullable String title;
    private final String path;
    private final ResponseKind responseKind;
    private final Function<FieldReader, R> readFrom;
    private final Set<Trait> traits;
    private final Set<String> uncertain;
    private final Set<String> listed;
    private final List<String> echoes;
    private final Map<String, String> errors;
    private final Function<String, @Nullable String> undeclared;
    private final List<String> workwxSigned;
    private final @Nullable Settlement settlement;
    private final @Nullable URI host;
    private final List<URI> alternativeHosts;
    private final Set<String> nestedElements;
    private final Map<String, UnaryOperator<FieldWriter>> segmentRules;
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
        listed = Set.copyOf(b.listed);
        echoes = b.echoes;
        errors = Map.copyOf(b.errors);
        undeclared = b.undeclared;
        workwxSigned = b.workwxSigned;
        settlement = b.settlement;
        host = b.host;
        alternativeHosts = List.copyOf(b.alternativeHosts);
        nestedElements = Set.copyOf(b.nestedElements);
        segmentRules = Map.copyOf(b.segmentRules);
        fragment = b.fragment;
        file = b.file;
    }

    /** Format of a response. */
    public enum ResponseKind {
        /** XML, signed with a field. */
        XML,
        /** JSON; or an empty body, if the operation allows it. */
        JSON,
        /** A file. */
        FILE,
        /** No response: the operation is a URL for a browser. */
        REDIRECT
    }

    /**
     * Starts the description of a v2 operation that returns XML. A POST sends XML; a GET sends its fields as a signed
     * query.
     *
     * @param id the URI as callers write it, {@code /v2/wxv/cancelbill}
     * @param path the path on the wire, {@code /wxv/cancelbill}
     * @param readFrom parses the response
     */
    public static <Q extends Message, R> Builder<Q, R> v2(
            HttpMethod method, String id, String path, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V2, method, id, path, ResponseKind.XML, readFrom);
    }

    /** Starts the description of a v2 operation that returns JSON. */
    public static <Q extends Message, R> Builder<Q, R> v2Json(
            HttpMethod method, String id, String path, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V2, method, id, path, ResponseKind.JSON, readFrom);
    }

    /** Starts the description of a v2 operation that returns a file. */
    public static <Q extends Message> Builder<Q, DownloadedFile> v2File(HttpMethod method, String id, String path) {
        return new Builder<>(Protocol.V2, method, id, path, ResponseKind.FILE, Operation::noFields);
    }

    /** Starts the description of a v2 operation that is a URL for a browser. */
    public static <Q extends Message> Builder<Q, URI> v2Redirect(String id, String path) {
        return new Builder<>(Protocol.V2, HttpMethod.GET, id, path, ResponseKind.REDIRECT, Operation::noFields);
    }

    /**
     * Starts the description of a v3 operation that returns JSON or nothing.
     *
     * @param id the URI as callers write it, with template segments in braces; it is also the path on the wire
     * @param readFrom parses the response
     */
    public static <Q extends Message, R> Builder<Q, R> v3(
            HttpMethod method, String id, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V3, method, id, id, ResponseKind.JSON, readFrom);
    }

    /** Starts the description of a v3 operation that returns a file. */
    public static <Q extends Message> Builder<Q, DownloadedFile> v3File(HttpMethod method, String id) {
        return new Builder<>(Protocol.V3, method, id, id, ResponseKind.FILE, Operation::noFields);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // The response is a file or a URL, so this is never called.
    private static <R> R noFields(FieldReader in) {
        throw new IllegalStateException("the response of this operation has no fields");
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

    /** Returns the fragment of a URL for a browser; null if there is none. */
    public @Nullable String fragment() {
        return fragment;
    }

    /** Returns the fields with which the response links to a file; null if it does not. */
    public @Nullable FileFields<R> file() {
        return file;
    }

    /** Returns whether the operation has this trait. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns the URI as callers write it, with template segments in braces. */
    public String id() {
        return id;
    }

    /** Returns the title on the official page; null for an operation that no spec describes. */
    public @Nullable String title() {
        return title;
    }

    /** Returns the path on the wire, with template segments in braces. */
    public String path() {
        return path;
    }

    /** Returns the function that parses the response. */
    public Function<FieldReader, R> readFrom() {
        return readFrom;
    }

    /**
     * Returns whether it is unknown after an error code whether the operation took effect.
     *
     * @param advised true if the operation or its protocol lists the code, with advice
     */
    public boolean isUncertainAfter(String code, boolean advised) {
        return uncertain.contains(code) || (!advised && !listed.contains(code) && uncertain.contains(UNLISTED));
    }

    /**
     * Returns how to declare an error code after which it is unknown whether the operation took effect only because the
     * caller of a raw call has not declared it; null for other codes.
     */
    public @Nullable String undeclaredAdvice(String code) {
        return undeclared.apply(code);
    }

    /** Returns the fields of the response that repeat the request. */
    public List<String> echoes() {
        return echoes;
    }

    /** Returns the advice for the operation's own error codes. */
    public Map<String, String> errors() {
        return errors;
    }

    /** Returns the fields that the second signature, {@code workwx_sign}, covers; empty if there is none. */
    public List<String> workwxSigned() {
        return workwxSigned;
    }

    /** Returns the query that finds out whether the operation took effect; null if none is known. */
    public @Nullable Settlement settlement() {
        return settlement;
    }

    /** Returns the only host of the operation; null for the usual host. */
    public @Nullable URI host() {
        return host;
    }

    /** Returns the other hosts that also serve the operation. */
    public List<URI> alternativeHosts() {
        return alternativeHosts;
    }

    /** Returns the elements of the response that contain other elements. */
    public Set<String> nestedElements() {
        return nestedElements;
    }

    /** Returns the rules for the values of template segments, by the names of the segments. */
    public Map<String, UnaryOperator<FieldWriter>> segmentRules() {
        return segmentRules;
    }

    /** Returns the data about the operation that exceptions contain. */
    public OperationInfo info() {
        return new OperationInfo(method, id, title);
    }

    @Override
    public String toString() {
        return id;
    }

    /** Builder of a description. */
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
        private List<String> listed = List.of();
        private List<String> echoes = List.of();
        private final Map<String, String> errors = new HashMap<>();
        private Function<String, @Nullable String> undeclared = code -> null;
        private List<String> workwxSigned = List.of();
        private @Nullable Settlement settlement;
        private @Nullable URI host;
        private final List<URI> alternativeHosts = new ArrayList<>();
        private List<String> nestedElements = List.of();
        private final Map<String, UnaryOperator<FieldWriter>> segmentRules = new HashMap<>();
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

        /** Sets the title on the official page, which appears in logs and metrics. */
        public Builder<Q, R> title(String value) {
            title = value;
            return this;
        }

        /** Adds traits. A read-only operation is also idempotent. */
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

        /**
         * Sets the error codes after which it is unknown whether the operation took effect; {@link #UNLISTED} stands
         * for all codes that nobody lists.
         */
        public Builder<Q, R> uncertain(String... codes) {
            uncertain = List.of(codes);
            return this;
        }

        /** Sets error codes that the operation lists without advice, so that {@link #UNLISTED} does not stand for them. */
        public Builder<Q, R> listed(String... codes) {
            listed = List.of(codes);
            return this;
        }

        /**
         * Sets the fields of the response that repeat the request. If a value differs, the response belongs to another
         * call.
         */
        public Builder<Q, R> echoes(String... fields) {
            echoes = List.of(fields);
            return this;
        }

        /** Adds an error code of the operation, with advice for the caller. */
        public Builder<Q, R> error(String code, String advice) {
            errors.put(code, advice);
            return this;
        }

        /**
         * Sets the advice for the caller of a raw call about error codes that are uncertain only because it has not declared
         * them. The message of the exception contains it.
         *
         * @param advice returns null for all other codes; not null itself
         */
        public Builder<Q, R> undeclaredAdvice(Function<String, @Nullable String> advice) {
            undeclared = Objects.requireNonNull(advice, "advice");
            return this;
        }

        /** Sets the fields that the second signature, {@code workwx_sign}, covers. */
        public Builder<Q, R> workwxSigned(String... fields) {
            workwxSigned = List.of(fields);
            return this;
        }

        /**
         * Sets the query that finds out whether this operation took effect. The runtime does not have the query and
         * cannot call it.
         */
        public Builder<Q, R> settledBy(String query) {
            settlement = Settlement.by(query);
            return this;
        }

        /**
         * Sets the query that finds out whether this operation took effect.
         *
         * @param query its URI as callers write it
         * @param operation returns its description; called when a call is settled
         */
        public Builder<Q, R> settledBy(
                String query, Supplier<? extends TypedOperation<?, ?, ? extends Message>> operation) {
            settlement = Settlement.by(query, operation);
            return this;
        }

        /**
         * Names fields that the query requires, for instance a segment of its path. The first of them that the request
         * contains is used.
         */
        public Builder<Q, R> settlingNeeds(String... alternatives) {
            settlement = settlement().needing(List.of(alternatives));
            return this;
        }

        /** Names further fields that the query accepts. They are used if the request contains them. */
        public Builder<Q, R> settlingTakes(String... fields) {
            settlement = settlement().taking(List.of(fields));
            return this;
        }

        /** Sets flags that the query requires and that are false, for instance whether to list details. */
        public Builder<Q, R> settlingDeclines(String... flags) {
            settlement = settlement().declining(List.of(flags));
            return this;
        }

        /** Names fields that the query requires but that no request of this operation contains. */
        public Builder<Q, R> settlingLacks(String... fields) {
            settlement = settlement().lacking(List.of(fields));
            return this;
        }

        private Settlement settlement() {
            return Objects.requireNonNull(settlement, "call settledBy(...) first");
        }

        /** Sets the only host of the operation. If the URL has a path, it precedes that of the operation. */
        public Builder<Q, R> host(String url) {
            host = URI.create(url);
            return this;
        }

        /** Adds a host that also serves the operation. */
        public Builder<Q, R> alternativeHost(String url) {
            alternativeHosts.add(URI.create(url));
            return this;
        }

        /** Sets the elements of the response that contain other elements. */
        public Builder<Q, R> nestedElements(String... names) {
            nestedElements = List.of(names);
            return this;
        }

        /**
         * Limits the length of a template segment. A call with a longer value fails before anything is sent.
         *
         * @param name the name of the segment
         * @param limit the maximum number of characters, as Unicode code points
         */
        public Builder<Q, R> segmentLength(String name, int limit) {
            return segment(name, rules -> rules.maxLength(limit));
        }

        /**
         * Sets the rules for the value of a template segment. A call with a value that violates one fails before
         * anything is sent.
         *
         * @param name the name of the segment
         * @param rules adds the rules to a writer
         */
        public Builder<Q, R> segment(String name, UnaryOperator<FieldWriter> rules) {
            segmentRules.put(name, rules);
            return this;
        }

        /** Declares that the response links to a file, without a digest. */
        public Builder<Q, R> file(Function<R, @Nullable Object> url) {
            file = new FileFields<>(url, null, null, null, Set.of());
            return this;
        }

        /** Declares that the response links to a file and contains its digest. */
        public Builder<Q, R> file(
                Function<R, @Nullable Object> url,
                Function<R, @Nullable Object> hashType,
                Function<R, @Nullable Object> hashValue) {
            file = new FileFields<>(url, hashType, hashValue, null, Set.of());
            return this;
        }

        /** Sets the states in which the gateway is still preparing the file that the response links to. */
        public Builder<Q, R> fileWaits(Function<R, @Nullable Object> state, String... waiting) {
            FileFields<R> fields = Objects.requireNonNull(file, "call file(...) first");
            file = new FileFields<>(fields.url(), fields.hashType(), fields.hashValue(), state, Set.of(waiting));
            return this;
        }

        /** Builds the description. */
        public Operation<Q, R> build() {
            return new Operation<>(this);
        }
    }
}

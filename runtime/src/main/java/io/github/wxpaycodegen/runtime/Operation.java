package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime knows of an operation; generated code declares one for each method of a URI.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public final class Operation<Q extends Message, R> {
    /** The download of platform certificates, which the runtime itself makes. */
    static final Operation<Message, Void> CERTIFICATES = Operation.<Message, Void>v3(
                    HttpMethod.GET, "/v3/certificates", Operation::noFields)
            .title("获取平台证书列表")
            .readOnly()
            .build();

    private final Protocol protocol;
    private final HttpMethod method;
    private final String id;
    private final @Nullable String title;
    private final String path;
    private final Answer answer;
    private final Function<FieldReader, R> readFrom;
    private final boolean multipart;
    private final boolean jsonBody;
    private final boolean security;
    private final boolean nonceless;
    private final boolean requestUnsigned;
    private final boolean responseUnsigned;
    private final boolean readOnly;
    private final boolean idempotent;
    private final boolean noContent;
    private final Set<String> uncertain;
    private final List<String> echoes;
    private final Map<String, String> errors;
    private final List<String> workwxSigned;
    private final @Nullable String settledBy;
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
        answer = b.answer;
        readFrom = b.readFrom;
        multipart = b.multipart;
        jsonBody = b.jsonBody;
        security = b.security;
        nonceless = b.nonceless;
        requestUnsigned = b.requestUnsigned;
        responseUnsigned = b.responseUnsigned;
        readOnly = b.readOnly;
        idempotent = b.idempotent;
        noContent = b.noContent;
        uncertain = Set.copyOf(b.uncertain);
        echoes = b.echoes;
        errors = Map.copyOf(b.errors);
        workwxSigned = b.workwxSigned;
        settledBy = b.settledBy;
        host = b.host;
        alternativeHosts = List.copyOf(b.alternativeHosts);
        nestedElements = Set.copyOf(b.nestedElements);
        fragment = b.fragment;
        file = b.file;
    }

    /** A version of the wire protocol. */
    public enum Protocol {
        /** XML, signed with the APIv2 key. */
        V2,
        /** JSON, signed with a private key. */
        V3
    }

    /** What comes back. */
    enum Answer {
        XML,
        JSON,
        FILE,
        /** Nothing is called: the URL is for a browser. */
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
        return new Builder<>(Protocol.V2, method, id, path, Answer.XML, readFrom);
    }

    /** Begins a v2 operation that answers JSON. */
    public static <Q extends Message, R> Builder<Q, R> v2Json(
            HttpMethod method, String id, String path, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V2, method, id, path, Answer.JSON, readFrom);
    }

    /** Begins a v2 operation that answers a file. */
    public static <Q extends Message> Builder<Q, DownloadedFile> v2File(HttpMethod method, String id, String path) {
        return new Builder<>(Protocol.V2, method, id, path, Answer.FILE, Operation::noFields);
    }

    /** Begins a v2 operation that is a URL for a browser. */
    public static <Q extends Message> Builder<Q, URI> v2Redirect(String id, String path) {
        return new Builder<>(Protocol.V2, HttpMethod.GET, id, path, Answer.REDIRECT, Operation::noFields);
    }

    /**
     * Begins a v3 operation that answers JSON, or nothing.
     *
     * @param id the URI as callers write it, which is the path on the wire too; its template segments in braces
     * @param readFrom reads the response
     */
    public static <Q extends Message, R> Builder<Q, R> v3(
            HttpMethod method, String id, Function<FieldReader, R> readFrom) {
        return new Builder<>(Protocol.V3, method, id, id, Answer.JSON, readFrom);
    }

    /** Begins a v3 operation that answers a file. */
    public static <Q extends Message> Builder<Q, DownloadedFile> v3File(HttpMethod method, String id) {
        return new Builder<>(Protocol.V3, method, id, id, Answer.FILE, Operation::noFields);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // It never returns.
    private static <R> R noFields(FieldReader in) {
        throw new IllegalStateException("this operation answers no fields");
    }

    Protocol protocol() {
        return protocol;
    }

    HttpMethod method() {
        return method;
    }

    Answer answer() {
        return answer;
    }

    boolean multipart() {
        return multipart;
    }

    boolean jsonBody() {
        return jsonBody;
    }

    boolean requestUnsigned() {
        return requestUnsigned;
    }

    /** Whether the same request may be sent again: it changes nothing, or nothing more. */
    boolean idempotent() {
        return idempotent || readOnly;
    }

    @Nullable
    String fragment() {
        return fragment;
    }

    /** Null where the response leads to no file. */
    @Nullable
    FileFields<R> file() {
        return file;
    }

    String id() {
        return id;
    }

    /** Null for an operation that no spec describes. */
    @Nullable
    String title() {
        return title;
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

    /** Whether a success has no body. */
    boolean noContent() {
        return noContent;
    }

    List<String> echoes() {
        return echoes;
    }

    /** What callers do about the operation's own error codes. */
    Map<String, String> errors() {
        return errors;
    }

    List<String> workwxSigned() {
        return workwxSigned;
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
        private final Protocol protocol;
        private final HttpMethod method;
        private final String id;
        private final String path;
        private final Answer answer;
        private final Function<FieldReader, R> readFrom;
        private @Nullable String title;
        private boolean multipart;
        private boolean jsonBody;
        private boolean security;
        private boolean nonceless;
        private boolean requestUnsigned;
        private boolean responseUnsigned;
        private boolean readOnly;
        private boolean idempotent;
        private boolean noContent;
        private List<String> uncertain = List.of();
        private List<String> echoes = List.of();
        private final Map<String, String> errors = new HashMap<>();
        private List<String> workwxSigned = List.of();
        private @Nullable String settledBy;
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
                Answer answer,
                Function<FieldReader, R> readFrom) {
            this.protocol = protocol;
            this.method = method;
            this.id = id;
            this.path = path;
            this.answer = answer;
            this.readFrom = readFrom;
        }

        /** The title on the official page, for those who watch calls. */
        public Builder<Q, R> title(String value) {
            title = value;
            return this;
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

        /** The request has a JSON body. */
        public Builder<Q, R> jsonBody() {
            jsonBody = true;
            return this;
        }

        /** The request is an upload. */
        public Builder<Q, R> multipart() {
            multipart = true;
            return this;
        }

        /** The request is not signed. */
        public Builder<Q, R> requestUnsigned() {
            requestUnsigned = true;
            return this;
        }

        /** Sending the same request again changes nothing more. */
        public Builder<Q, R> idempotent() {
            idempotent = true;
            return this;
        }

        /** What goes at the end of a URL for a browser. */
        public Builder<Q, R> fragment(String value) {
            fragment = value;
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

        /** A success has no body. */
        public Builder<Q, R> noContent() {
            noContent = true;
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

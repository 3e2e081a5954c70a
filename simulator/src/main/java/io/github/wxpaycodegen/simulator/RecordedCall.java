package io.github.wxpaycodegen.simulator;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request that the simulator received whole, and what it thought of it. */
public final class RecordedCall {
    private final RequestHead head;
    private final byte[] body;
    private final Optional<X509Certificate> clientCertificate;
    private final Verdict verdict;

    RecordedCall(RequestHead head, byte[] body, Optional<X509Certificate> clientCertificate, Verdict verdict) {
        this.head = head;
        this.body = body.clone();
        this.clientCertificate = clientCertificate;
        this.verdict = verdict;
    }

    /** The HTTP method. */
    public String method() {
        return head.method();
    }

    /** The raw path, without the query: {@code /wxv/cancelbill}. */
    public String path() {
        return head.path();
    }

    /** The raw query, without its question mark; empty if there was none. */
    public String query() {
        return head.query();
    }

    /** The headers by lower-case name, each with its values in the order in which they came. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(head.headers());
    }

    /** The bytes of the body; a copy. */
    public byte[] body() {
        return body.clone();
    }

    /** The fields of the body in their order; empty if it was refused before it was read, or could not be read. */
    public Map<String, String> fields() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(verdict.fields()));
    }

    /** The fields that the spec does not have. The gateway ignores them; a test may not. */
    public Set<String> undeclaredFields() {
        return verdict.undeclared();
    }

    /** The certificate that the client presented on the connection, whether the operation needed it or not. */
    public Optional<X509Certificate> clientCertificate() {
        return clientCertificate;
    }

    /** Why the request was refused, in one line; empty if it was right. */
    public Optional<String> refusal() {
        return verdict.refusal().map(Refusal::text);
    }

    /** Method, path and verdict; no field, since some are personal. */
    @Override
    public String toString() {
        return method() + " " + path()
                + refusal().map(text -> " (refused: " + text + ")").orElse("");
    }
}

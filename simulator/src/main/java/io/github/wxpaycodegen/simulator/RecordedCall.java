package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.gateway.ReceivedRequest;
import io.github.wxpaycodegen.simulator.internal.gateway.RequestReport;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request that the simulator received as a whole, and the result of its validation.
 *
 * <p>Fields are given as text by their path: {@code amount.total}, {@code goods[1].price}, numbers and booleans as they
 * are spelt on the wire, an object or list without content as <code>{}</code> or {@code []}, encrypted ones decrypted.
 */
public final class RecordedCall {
    private final RequestHead head;
    private final byte[] body;
    private final Optional<X509Certificate> clientCertificate;
    private final RequestReport report;

    RecordedCall(ReceivedRequest request, RequestReport report) {
        this.head = request.head();
        this.body = request.body().clone();
        this.clientCertificate = request.clientCertificate();
        this.report = report;
    }

    /** The HTTP method. */
    public String method() {
        return head.method();
    }

    /** Path and query, exactly as they came. */
    public String target() {
        return head.target();
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

    /** Returns the number of bytes that were received, those between headers aside. */
    long bytes() {
        return (long) body.length + head.length();
    }

    /** What stood in place of the template segments of the URI, decoded. */
    public Map<String, String> pathValues() {
        return copy(report.path());
    }

    /** The fields of the query, decoded and decrypted; a list with the numbers of its elements: {@code types[0]}. */
    public Map<String, String> queryFields() {
        return copy(report.query());
    }

    /**
     * The fields of the body in their order; of a v2 request by GET those of the query. Empty if it was refused before
     * it was read, or could not be read.
     */
    public Map<String, String> fields() {
        return copy(report.fields());
    }

    /** The fields that the spec does not have. The gateway ignores them; a test may not. */
    public Set<String> undeclaredFields() {
        return report.undeclared();
    }

    /**
     * The fields of the answer, as a client is to read them, without the {@code sign} of v2. What behaviors change is
     * not in it; empty where the answer has no fields.
     */
    public Map<String, String> responseFields() {
        return copy(report.answered());
    }

    /** The certificate that the client presented on the connection, whether the operation needed it or not. */
    public Optional<X509Certificate> clientCertificate() {
        return clientCertificate;
    }

    /** Why the request was refused, in one line; empty if it was right. */
    public Optional<String> refusal() {
        return report.refusal();
    }

    /** Returns method, path and refusal; no field, since some are personal. */
    @Override
    public String toString() {
        return method() + " " + path()
                + refusal().map(text -> " (refused: " + text + ")").orElse("");
    }

    private static Map<String, String> copy(Map<String, String> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}

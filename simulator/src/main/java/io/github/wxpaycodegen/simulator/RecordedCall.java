package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.gateway.ReceivedRequest;
import io.github.wxpaycodegen.simulator.internal.gateway.RequestReport;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A complete request that the simulator received, and the result of its validation.
 *
 * <p>Fields are texts by their path: {@code amount.total}, {@code goods[1].price}. Numbers and booleans are spelled as
 * on the wire, an empty object or list is <code>{}</code> or {@code []}, and encrypted fields are decrypted.
 */
public final class RecordedCall {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final Instant receivedAt = Instant.now();
    private final RequestHead head;
    private final byte[] body;
    private final Optional<X509Certificate> clientCertificate;
    private final RequestReport report;
    private final OptionalInt status;

    RecordedCall(ReceivedRequest request, RequestReport report, OptionalInt status) {
        this.head = request.head();
        this.body = request.body().clone();
        this.clientCertificate = request.clientCertificate();
        this.report = report;
        this.status = status;
    }

    /** Returns the number of the call. No other call of this process has it, and later calls have larger ones. */
    public long number() {
        return number;
    }

    /** Returns the time at which the request was complete, by the system clock. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Returns the HTTP method. */
    public String method() {
        return head.method();
    }

    /** Returns path and query, exactly as they were received. */
    public String target() {
        return head.target();
    }

    /** Returns the raw path, without the query: {@code /wxv/cancelbill}. */
    public String path() {
        return head.path();
    }

    /** Returns the raw query, without its question mark; empty if there was none. */
    public String query() {
        return head.query();
    }

    /** Returns the headers by lower-case name, each with its values in the order in which they were received. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(head.headers());
    }

    /** Returns a copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the size of the body, the request line and the headers, in bytes. */
    long bytes() {
        return (long) body.length + head.length();
    }

    /** Returns the values of the template segments of the URI, decoded. */
    public Map<String, String> pathValues() {
        return copy(report.path());
    }

    /**
     * Returns the fields of the query, decoded and decrypted. The elements of a list have their position: {@code
     * types[0]}.
     */
    public Map<String, String> queryFields() {
        return copy(report.query());
    }

    /**
     * Returns the fields of the body in their order; for a v2 GET request, those of the query. Empty if the request was
     * rejected before its body was read, or if the body could not be parsed.
     */
    public Map<String, String> fields() {
        return copy(report.fields());
    }

    /** Returns the fields that the spec does not declare. The gateway ignores them; a test may check that there are none. */
    public Set<String> undeclaredFields() {
        return report.undeclared();
    }

    /**
     * Returns the fields of the response as a client should read them, without the {@code sign} of v2 and without the
     * changes of a behavior; empty if the response has no fields.
     */
    public Map<String, String> responseFields() {
        return copy(report.responseFields());
    }

    /**
     * Returns the certificate that the client presented on the connection, whether the operation requires it or not.
     */
    public Optional<X509Certificate> clientCertificate() {
        return clientCertificate;
    }

    /** Returns the HTTP status of the response; empty if a behavior closed the connection instead. */
    public OptionalInt status() {
        return status;
    }

    /** Returns why the request was rejected, in one line; empty if it was valid. */
    public Optional<String> refusal() {
        return report.refusal();
    }

    /**
     * Returns the error that the gateway reported for a valid request, in one line with its code and its message: because of
     * the state of an order, or because of a behavior. Empty if the operation was performed, and if the request was
     * {@linkplain #refusal() rejected}.
     */
    public Optional<String> error() {
        return report.error();
    }

    /** Returns the method, the path and the rejection or the error, but no fields, because some are personal data. */
    @Override
    public String toString() {
        return method() + " " + path()
                + refusal()
                        .map(text -> " (rejected: " + text + ")")
                        .or(() -> error().map(text -> " (failed: " + text + ")"))
                        .orElse("");
    }

    private static Map<String, String> copy(Map<String, String> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}

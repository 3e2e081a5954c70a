package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP method of a URI.
 *
 * @param documentation the official name and pages, and its audience
 * @param lifecycle whether it may still be used, and what replaces it
 * @param hosts the hosts in addition to the configured one
 * @param pages how its response continues, if it has pages
 * @param javaName the name that replaces the derived prefix of its messages
 */
public record Operation(
        SourceSpan span,
        HttpMethod method,
        Documentation documentation,
        Lifecycle lifecycle,
        List<Host> hosts,
        Security security,
        Request request,
        Response response,
        Effects effects,
        Optional<Pages> pages,
        Optional<String> javaName) {
    public Operation {
        hosts = List.copyOf(hosts);
    }

    /** Returns the official name. */
    public String title() {
        return documentation.title();
    }

    /** Returns true if it only creates a URL for a browser. */
    public boolean isRedirect() {
        return response.kind() == ResponseKind.REDIRECT;
    }

    /** Returns true if its response is a file. */
    public boolean isStream() {
        return response.kind() == ResponseKind.STREAM;
    }
}

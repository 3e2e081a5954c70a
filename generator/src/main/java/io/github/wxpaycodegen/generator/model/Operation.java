package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * One method of one URI.
 *
 * @param documentation the official name and pages, and for whom it is
 * @param lifecycle whether it may still be used, and what replaces it
 * @param hosts the hosts besides the configured one
 * @param pages how its response continues, if it has pages
 * @param javaName the name that replaces the one that messages of this operation begin with
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

    /** Returns whether it makes nothing but a URL for a browser. */
    public boolean isRedirect() {
        return response.kind() == ResponseKind.REDIRECT;
    }

    /** Returns whether its response is a file. */
    public boolean isStream() {
        return response.kind() == ResponseKind.STREAM;
    }
}

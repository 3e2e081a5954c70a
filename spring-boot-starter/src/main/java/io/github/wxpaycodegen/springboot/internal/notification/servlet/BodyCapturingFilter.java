package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Reads the body of a notification before other filters can. Some filters read parameters, and a servlet container then
 * parses the body of a form, after which its bytes are lost. The signature covers the bytes.
 */
public final class BodyCapturingFilter implements Filter {
    private static final String ATTRIBUTE = BodyCapturingFilter.class.getName() + ".body";

    private final NotificationEndpoint endpoint;

    /** Creates a filter for the requests of an endpoint. */
    public BodyCapturingFilter(NotificationEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && endpoint.matches(http.getMethod(), () -> ServletPaths.path(http))
                && request.getAttribute(ATTRIBUTE) == null) {
            byte[] body = read(request);
            request.setAttribute(ATTRIBUTE, body);
            chain.doFilter(new CapturedRequest(http, body), response);
        } else {
            chain.doFilter(request, response);
            if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse reply) {
                endpoint.warnIfLost(http.getMethod(), () -> ServletPaths.path(http), reply.getStatus());
            }
        }
    }

    /** Returns the body as the client sent it; at most one byte more than a notification may have. */
    static byte[] body(HttpServletRequest request) throws IOException {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] body ? body : read(request);
    }

    private static byte[] read(ServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(Notifications.maxBytes() + 1);
    }
}

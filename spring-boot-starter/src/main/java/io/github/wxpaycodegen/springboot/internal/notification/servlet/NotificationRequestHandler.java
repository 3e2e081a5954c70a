package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import io.github.wxpaycodegen.runtime.notification.NotificationReply;
import io.github.wxpaycodegen.springboot.internal.notification.Headers;
import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;

/** Receives a notification and writes the reply, without message converters, which an application may have changed. */
final class NotificationRequestHandler implements HttpRequestHandler {
    private static final String REPLY = NotificationRequestHandler.class.getName() + ".reply";

    private final NotificationEndpoint endpoint;
    private final Executor executor;

    NotificationRequestHandler(NotificationEndpoint endpoint, Executor executor) {
        this.endpoint = endpoint;
        this.executor = executor;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(REPLY) instanceof NotificationReply reply) {
            write(reply, response);
            return;
        }
        NotificationEndpoint.Target target = endpoint.target(request.getMethod(), () -> ServletPaths.path(request));
        if (target == null) {
            // Not sendError: it would lead to the error page, which may require a login.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        CompletableFuture<NotificationReply> reply =
                target.receive(headers(request), BodyCapturingFilter.body(request), executor);
        if (reply.isDone() || !request.isAsyncSupported()) {
            write(reply.join(), response);
            return;
        }
        AsyncContext waiting = request.startAsync(request, response);
        // The dispatcher has a timeout of its own, which the application sets.
        waiting.setTimeout(0);
        // The filters run again around the reply: some of them hold back what was written before.
        reply.thenAccept(done -> {
            request.setAttribute(REPLY, done);
            waiting.dispatch();
        });
    }

    private static Function<String, @Nullable String> headers(HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames(); // null if the container does not list them
        return Headers.copy(names == null ? List.of() : Collections.list(names), request::getHeader);
    }

    private static void write(NotificationReply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        byte[] body = reply.body();
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}

package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import io.github.wxpaycodegen.runtime.notification.NotificationReply;
import io.github.wxpaycodegen.springboot.internal.notification.Headers;
import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Receives a notification and writes the reply. Handlers may block, so they run on the elastic scheduler. */
final class NotificationWebHandler implements WebHandler {
    private final NotificationEndpoint endpoint;

    NotificationWebHandler(NotificationEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        NotificationEndpoint.Target target =
                endpoint.target(request.getMethod().name(), () -> ReactivePaths.path(request));
        if (target == null) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return response.setComplete();
        }
        return BodyCapturingWebFilter.body(exchange)
                .flatMap(body -> receive(target, request, body))
                .flatMap(reply -> write(reply, response));
    }

    private static Mono<NotificationReply> receive(
            NotificationEndpoint.Target target, ServerHttpRequest request, byte[] body) {
        Scheduler scheduler = Schedulers.boundedElastic();
        HttpHeaders received = request.getHeaders();
        Function<String, @Nullable String> headers =
                Headers.copy(received.toSingleValueMap().keySet(), received::getFirst);
        // The handler goes on if the gateway no longer waits: its work is recorded for the next delivery. A scheduler
        // that
        // the subscription knows would interrupt it when the connection is closed.
        return Mono.fromFuture(
                () -> CompletableFuture.supplyAsync(
                                () -> target.receive(headers, body, scheduler::schedule), scheduler::schedule)
                        .thenCompose(Function.identity()),
                true);
    }

    private static Mono<Void> write(NotificationReply reply, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
        reply.headers().forEach(response.getHeaders()::set);
        byte[] body = reply.body();
        if (body.length == 0) {
            return response.setComplete();
        }
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}

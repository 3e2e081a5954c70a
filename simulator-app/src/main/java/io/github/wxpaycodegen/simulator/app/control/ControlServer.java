package io.github.wxpaycodegen.simulator.app.control;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves the control API and the web page. */
public final class ControlServer implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 1024 * 1024;
    private static final int THREADS = 8;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads;
    private final RequestGuard guard;
    private final ControlApi api;
    private final WebPage page = new WebPage();
    private final String host;

    ControlServer(HttpServer server, InetAddress address, Collection<String> hosts, List<Simulator> simulators) {
        this.server = server;
        this.guard = new RequestGuard(address, hosts);
        this.api = new ControlApi(simulators);
        String text = address.getHostAddress();
        this.host = address.isAnyLocalAddress() || address.isLoopbackAddress()
                ? "localhost"
                : text.contains(":") ? "[" + text + "]" : text;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "wxpay-simulator-control");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Returns the URL of the page. */
    public URI uri() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String method = exchange.getRequestMethod();
        try {
            guard.check(
                    method,
                    headers.getOrDefault("Host", List.of()),
                    first(headers, "Origin"),
                    first(headers, "Sec-Fetch-Site"),
                    first(headers, "Content-Type"));
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith("/api/")) {
                byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
                if (body.length > MAX_BODY_BYTES) {
                    throw new ApiException(413, "TOO_LARGE", "a body must be at most " + MAX_BODY_BYTES + " bytes");
                }
                return api.handle(method, path, body, first(headers, "If-None-Match"));
            }
            return page.handle(method, path, first(headers, "Accept-Language"));
        } catch (ApiException e) {
            return api.error(e);
        } catch (RuntimeException e) {
            Logger.getLogger(ControlServer.class.getName()).log(Level.WARNING, e, () -> "a control request failed");
            return api.error(new ApiException(500, "FAILED", "the simulator failed: " + e));
        }
    }

    private static Optional<String> first(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.contentType());
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-cache");
        reply.headers().forEach(headers::set);
        boolean empty = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
        if (!empty) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}

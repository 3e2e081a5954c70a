package io.github.wxpaycodegen.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.runtime.notification.NotificationReply;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives notifications with the server of the JDK. In production TLS ends in front of it. */
public final class NotificationServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    /** Listens on loopback, on a port of the system's choice. */
    public NotificationServer(NotificationDispatcher dispatcher) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/wxpay/notify", exchange -> receive(dispatcher, exchange));
        server.setExecutor(threads);
        server.start();
    }

    private static void receive(NotificationDispatcher dispatcher, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(Notifications.maxBytes() + 1);
            NotificationReply reply = dispatcher.dispatch(exchange.getRequestHeaders()::getFirst, body);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** What to give as notify_url. */
    public URI notifyUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/wxpay/notify");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

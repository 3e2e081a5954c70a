package io.github.wxpaycodegen.publication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A stand-in for the publisher API of Maven Central, on loopback: it keeps the bundle and calls it valid. */
final class CentralPortal implements AutoCloseable {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final HttpServer server;
    private final AtomicReference<byte[]> upload = new AtomicReference<>();

    private CentralPortal(HttpServer server) {
        this.server = server;
    }

    static CentralPortal start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CentralPortal portal = new CentralPortal(server);
        server.createContext("/api/v1/publisher/upload", exchange -> {
            portal.upload.set(exchange.getRequestBody().readAllBytes());
            respond(exchange, 201, "text/plain", "28570f16-da32-4c14-bd2e-c1acc0782365");
        });
        server.createContext(
                "/api/v1/publisher/status",
                exchange -> respond(
                        exchange,
                        200,
                        "application/json",
                        "{\"deploymentId\":\"28570f16-da32-4c14-bd2e-c1acc0782365\",\"deploymentName\":\"dry run\","
                                + "\"deploymentState\":\"VALIDATED\",\"purls\":[],\"errors\":{}}"));
        server.start();
        return portal;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the files of the bundle that was uploaded, by their paths in a Maven repository. */
    Map<String, byte[]> bundle() {
        byte[] body = upload.get();
        if (body == null) {
            throw new AssertionError("nothing was uploaded");
        }
        Map<String, byte[]> files = new TreeMap<>();
        int start = indexOf(body, ZIP);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body, start, body.length - start))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static int indexOf(byte[] body, byte[] start) {
        for (int i = 0; i + start.length <= body.length; i++) {
            if (Arrays.mismatch(body, i, i + start.length, start, 0, start.length) < 0) {
                return i;
            }
        }
        throw new AssertionError("the upload holds no zip file");
    }

    private static void respond(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

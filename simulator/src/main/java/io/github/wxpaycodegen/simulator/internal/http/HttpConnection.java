package io.github.wxpaycodegen.simulator.internal.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** Serves the requests of one connection in order. */
final class HttpConnection {
    private final Socket plain;
    private final SSLSocket tls;
    private final RequestHandler handler;
    private final CountDownLatch closing;

    /**
     * Creates the server side of an accepted connection.
     *
     * @param plain the TCP connection below TLS, for dropping it
     * @param closing reaches zero when the server closes; ends all waits
     */
    HttpConnection(Socket plain, SSLSocket tls, RequestHandler handler, CountDownLatch closing) {
        this.plain = plain;
        this.tls = tls;
        this.handler = handler;
        this.closing = closing;
    }

    /** Resets a TCP connection: with a linger time of zero it is not closed properly. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Serves until one side ends the connection. */
    void serve() throws IOException, InterruptedException {
        HttpRequestReader reader = new HttpRequestReader(new BufferedInputStream(tls.getInputStream()));
        OutputStream out = new BufferedOutputStream(tls.getOutputStream());
        try {
            boolean open = true;
            while (open) {
                Optional<RequestHead> head = reader.readHead();
                open = head.isPresent() && exchange(head.get(), reader, out);
            }
        } catch (HttpFormatException e) {
            writeHead(out, Response.html(e.status(), String.valueOf(e.getMessage())), true);
        }
    }

    private boolean exchange(RequestHead head, HttpRequestReader reader, OutputStream out)
            throws IOException, InterruptedException {
        PendingRequest request = handler.begin(head);
        if (request.drop() == PendingRequest.Drop.DURING_REQUEST) {
            reset(plain);
            return false;
        }
        if (head.header("expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            write(out, "HTTP/1.1 100 Continue\r\n\r\n");
        }
        Response response = respond(request, reader.readBody(head));
        if (request.drop() == PendingRequest.Drop.AFTER_REQUEST) {
            reset(plain);
            return false;
        }
        boolean last = head.lastOfConnection() || request.delivery().end() != Delivery.End.WHOLE;
        deliver(response, request.delivery(), last, out);
        return !last;
    }

    private Response respond(PendingRequest request, byte[] body) {
        try {
            return request.respond(body, clientCertificate());
        } catch (RuntimeException e) {
            // The client is a test, which may have requested something impossible, so the response shows the exception.
            String text = "the simulator failed: " + e;
            return Response.of(500, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void deliver(Response response, Delivery delivery, boolean last, OutputStream out)
            throws IOException, InterruptedException {
        pause(delivery.delay());
        if (delivery.end() == Delivery.End.HALFWAY_UNMARKED) {
            endUnmarked(response, out);
            return;
        }
        writeHead(out, response, last);
        if (response.content().isPresent()) {
            stream(response.content().get(), delivery, out);
        } else if (delivery.end() == Delivery.End.HALFWAY) {
            out.write(response.body(), 0, response.body().length / 2);
        } else if (delivery.pause().isZero()) {
            out.write(response.body());
        } else {
            drip(response.body(), delivery.pause(), out);
        }
        out.flush();
    }

    private void endUnmarked(Response response, OutputStream out) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (response.content().isPresent()) {
            response.content().get().writeTo(whole);
        } else {
            whole.write(response.body());
        }
        write(out, head(response) + "Connection: close\r\n\r\n");
        out.write(whole.toByteArray(), 0, whole.size() / 2);
        out.flush();
        // At TCP level, because TLS would send close_notify.
        plain.shutdownOutput();
    }

    private void stream(FileContent content, Delivery delivery, OutputStream out)
            throws IOException, InterruptedException {
        if (!delivery.pause().isZero()) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            ChunkedOutput chunks = new ChunkedOutput(whole);
            content.writeTo(chunks);
            chunks.finish();
            drip(whole.toByteArray(), delivery.pause(), out);
            return;
        }
        ChunkedOutput chunks = new ChunkedOutput(out);
        content.writeTo(chunks);
        if (delivery.end() == Delivery.End.HALFWAY) {
            chunks.writeChunk();
        } else {
            chunks.finish();
        }
    }

    private void drip(byte[] body, Duration pause, OutputStream out) throws IOException, InterruptedException {
        for (byte next : body) {
            out.flush();
            pause(pause);
            out.write(next);
        }
    }

    /** Waits, but only while the server is open. */
    private void pause(Duration time) throws IOException, InterruptedException {
        if (!time.isZero() && closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("the simulator was closed while it waited");
        }
    }

    private static void writeHead(OutputStream out, Response response, boolean last) throws IOException {
        StringBuilder head = head(response);
        if (response.content().isPresent()) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (response.mayHaveBody()) {
            head.append("Content-Length: " + response.body().length + "\r\n");
        }
        write(
                out,
                head.append("Connection: " + (last ? "close" : "keep-alive") + "\r\n\r\n")
                        .toString());
    }

    private static StringBuilder head(Response response) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
        response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head;
    }

    private static void write(OutputStream out, String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Optional<X509Certificate> clientCertificate() {
        try {
            return Optional.of((X509Certificate) tls.getSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}

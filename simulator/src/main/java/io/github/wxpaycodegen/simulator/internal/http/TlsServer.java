package io.github.wxpaycodegen.simulator.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Listens and serves each connection on its own daemon thread. A client certificate is requested and may be
 * missing; a certificate of another authority fails the handshake.
 */
public final class TlsServer implements AutoCloseable {
    /** The time for which the real gateway keeps an idle connection. */
    private static final int IDLE_MILLIS = 8_000;

    private static final int BACKLOG = 128;

    private final ServerSocket listener;
    private final SSLContext tls;
    private final RequestHandler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connectionsToDrop = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads;

    private final Thread acceptor;

    private TlsServer(ServerSocket listener, SSLContext tls, RequestHandler handler) {
        this.listener = listener;
        this.tls = tls;
        this.handler = handler;
        this.acceptor = daemon(this::accept);
        this.threads = Executors.newCachedThreadPool(this::daemon);
    }

    /**
     * Starts to listen.
     *
     * @param address the address of this machine at which to listen
     * @param port the port, or 0 for a free one
     */
    public static TlsServer start(InetAddress address, int port, SSLContext tls, RequestHandler handler)
            throws IOException {
        ServerSocket listener = new ServerSocket(port, BACKLOG, address);
        TlsServer server = new TlsServer(listener, tls, handler);
        server.acceptor.start();
        return server;
    }

    /** Returns the port on which the server listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Resets the next connection before its TLS handshake. */
    public void dropNextConnection() {
        connectionsToDrop.incrementAndGet();
    }

    /** Resets no connection that has not been accepted yet. */
    public void keepNextConnections() {
        connectionsToDrop.set(0);
    }

    /** Closes all connections and stops listening. On return, new connections are rejected. */
    @Override
    public void close() {
        closing.countDown();
        closeQuietly(listener);
        connections.forEach(TlsServer::closeQuietly);
        threads.shutdown();
        try {
            // While the acceptor is in its call, the system still accepts connections.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                begin(listener.accept());
            } catch (IOException e) {
                // Either the listener is closed, which ends the loop, or the client has disconnected.
            }
        }
    }

    private void begin(Socket socket) {
        connections.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            closeQuietly(socket);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (closing.getCount() == 0) {
                // It was accepted after close() had closed the connections.
                return;
            }
            if (connectionsToDrop.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                HttpConnection.reset(socket);
                return;
            }
            socket.setSoTimeout(IDLE_MILLIS);
            socket.setTcpNoDelay(true);
            try (SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true)) {
                secured.setUseClientMode(false);
                secured.setWantClientAuth(true);
                new HttpConnection(socket, secured, handler, closing).serve();
            }
        } catch (IOException e) {
            // A client that has disconnected, is idle for too long or does not trust the server affects only its own
            // connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wxpay-simulator-" + listener.getLocalPort());
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            // It is closed as far as possible.
        }
    }
}

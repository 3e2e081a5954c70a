package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.internal.async.DaemonThreads;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.jspecify.annotations.Nullable;

/**
 * The threads of all clients in the process. They start when the first call of a client begins, and end when the last one is
 * closed. They are few daemon threads, regardless of the number of clients and processors.
 */
final class EventLoop {
    private static final int MOST_IO_THREADS = 4;
    private static final int MOST_CONNECTING_THREADS = 6;
    private static final int MOST_SETUP_THREADS = 2;
    private static final long THREAD_LIFE_SECONDS = 10;
    private static final long EVICTION_SECONDS = 2;

    private static @Nullable EventLoop shared;

    private final Set<ConnectionPool> pools = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor settingUp;
    private final ThreadPoolExecutor connecting;
    private final ScheduledThreadPoolExecutor timer;
    private final CompletableFuture<CloseableHttpAsyncClient> client;
    private volatile boolean closed;
    private int users;

    /** Starts the threads. The loop is shared only by {@link #join}. */
    EventLoop() {
        this(EventLoop::start);
    }

    /**
     * Starts the threads.
     *
     * @param start starts the HTTP client; on another thread, because it loads hundreds of classes, for which a caller
     *     with a deadline must not wait
     */
    EventLoop(Function<EventLoop, CloseableHttpAsyncClient> start) {
        this(start, DaemonThreads::named);
    }

    /**
     * Starts the threads.
     *
     * @param start starts the HTTP client
     * @param threads returns the factory of threads with a name
     */
    EventLoop(Function<EventLoop, CloseableHttpAsyncClient> start, Function<String, ThreadFactory> threads) {
        settingUp = executor(MOST_SETUP_THREADS, threads.apply("wxpay-setup"));
        connecting = executor(MOST_CONNECTING_THREADS, threads.apply("wxpay-connect"));
        timer = new ScheduledThreadPoolExecutor(1, threads.apply("wxpay-timer"));
        timer.setRemoveOnCancelPolicy(true);
        try {
            timer.scheduleWithFixedDelay(
                    () -> pools.forEach(ConnectionPool::evict), EVICTION_SECONDS, EVICTION_SECONDS, TimeUnit.SECONDS);
            client = CompletableFuture.supplyAsync(() -> start.apply(this), settingUp);
        } catch (RuntimeException | Error e) {
            // A thread could not be started. Nobody knows this loop, so nobody else ends those that were.
            endThreads();
            throw e;
        }
    }

    private static ThreadPoolExecutor executor(int mostThreads, ThreadFactory threads) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                mostThreads, mostThreads, THREAD_LIFE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static CloseableHttpAsyncClient start(EventLoop loop) {
        CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                .setConnectionManager(new PoolDispatcher(loop.connecting, loop.timer))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(ioThreads(Runtime.getRuntime().availableProcessors()))
                        .build())
                .setIoSessionDecorator(TunnelSession::new)
                .setThreadFactory(DaemonThreads.named("wxpay-io"))
                .setRoutePlanner(new ProxyOfPool())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        // The supported encodings would depend on the version and the class path, so we decompress
                        // bodies ourselves.
                        .setContentCompressionEnabled(false)
                        .build())
                .setUserAgent("wxpay-codegen")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        try {
            client.start();
        } catch (RuntimeException | Error e) {
            client.close(CloseMode.IMMEDIATE);
            throw e;
        }
        return client;
    }

    /** Returns the number of threads that wait for the network: a large machine needs no more than a small one. */
    static int ioThreads(int processors) {
        return Math.min(MOST_IO_THREADS, processors);
    }

    /** Returns the running loop. The client must call {@link #leave} at its end. */
    static synchronized EventLoop join() {
        EventLoop loop = shared;
        if (loop == null || !loop.isRunning()) {
            loop = new EventLoop();
            shared = loop;
        }
        loop.users++;
        return loop;
    }

    void leave() {
        synchronized (EventLoop.class) {
            users--;
            if (users > 0) {
                return;
            }
            if (shared == this) {
                shared = null;
            }
        }
        close();
    }

    void close() {
        closed = true;
        // Later, if it is still being started: the executor ends its tasks first.
        client.thenAccept(started -> started.close(CloseMode.GRACEFUL));
        endThreads();
    }

    private void endThreads() {
        timer.shutdownNow();
        settingUp.shutdown();
        connecting.shutdown();
    }

    /**
     * Returns false if an error, for instance lack of memory, has ended the threads. A loop is inactive until its first
     * thread has started, but accepts requests: if it were replaced then, its first request would fail.
     */
    boolean isRunning() {
        if (closed) {
            return false;
        }
        // In this order: it may fail between two questions.
        if (!client.isDone()) {
            return true;
        }
        return !client.isCompletedExceptionally() && client.join().getStatus().compareTo(IOReactorStatus.ACTIVE) <= 0;
    }

    /** Returns a future of the HTTP client. */
    CompletableFuture<CloseableHttpAsyncClient> client() {
        return client;
    }

    /**
     * Returns the executor for tasks that take processor time before the first call, such as reading the JVM's certificate
     * authorities. It looks up no names, so that no other client's network delays them.
     */
    Executor settingUp() {
        return settingUp;
    }

    /** Returns the executor for tasks that may wait for the address of a host. */
    Executor connecting() {
        return connecting;
    }

    void add(ConnectionPool pool) {
        pools.add(pool);
    }

    void remove(ConnectionPool pool) {
        pools.remove(pool);
        pool.close();
    }

    /** Routes each exchange through the proxy of its pool. */
    private static final class ProxyOfPool extends DefaultRoutePlanner {
        ProxyOfPool() {
            super(DefaultSchemePortResolver.INSTANCE);
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return context instanceof HttpClientContext client && client.getUserToken() instanceof ConnectionPool pool
                    ? pool.proxy()
                    : null;
        }
    }
}

package io.github.wxpaycodegen.simulator.internal.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notifications by POST, and repeats them on WeChat Pay's schedule until they are accepted. Its daemon threads
 * start with the first notification and end with {@link #close}.
 */
public final class NotificationSender implements AutoCloseable {
    /** The waits before the second attempt, the third, and so on. */
    public static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6));

    private final double speed;
    private final Duration patience;
    private final Optional<SSLContext> tls;
    private final NotificationRoutes routes;
    private final Consumer<DeliveryAttempt> log;
    private final ScheduledThreadPoolExecutor threads;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private final Map<Delivery, Future<?>> waiting = new LinkedHashMap<>();
    private final Set<Delivery> begun = new LinkedHashSet<>();
    private Object round = new Object();
    private @Nullable HttpClient http;

    /** The deliveries of one notification from one attempt on. */
    private final class Delivery implements Runnable {
        private final Object round;
        private final String name;
        private final String url;
        private final OutgoingNotice notice;
        private final int number;

        Delivery(Object round, String name, String url, OutgoingNotice notice, int number) {
            this.round = round;
            this.name = name;
            this.url = url;
            this.notice = notice;
            this.number = number;
        }

        PendingDelivery pending(boolean isInProgress) {
            return new PendingDelivery(name, url, number, isInProgress);
        }

        Delivery next() {
            return new Delivery(round, name, url, notice, number + 1);
        }

        @Override
        public void run() {
            if (begin(this)) {
                attempt(this);
            }
        }
    }

    /**
     * Creates a sender.
     *
     * @param speed the factor by which attempts follow each other faster than in production
     * @param patience the timeout for the response of a receiver
     * @param tls for {@code https} receivers; the default of the JVM if empty
     * @param routes the hosts to which notifications may be sent
     * @param log called with each attempt that has ended, on many threads
     */
    public NotificationSender(
            double speed,
            Duration patience,
            Optional<SSLContext> tls,
            NotificationRoutes routes,
            Consumer<DeliveryAttempt> log) {
        this.speed = speed;
        this.patience = patience;
        this.tls = tls;
        this.routes = routes;
        this.log = log;
        this.threads = new ScheduledThreadPoolExecutor(2, NotificationSender::daemon);
        threads.setRemoveOnCancelPolicy(true);
    }

    /** Starts the delivery, without waiting for it. */
    void send(String name, String url, OutgoingNotice notice) {
        synchronized (this) {
            later(Duration.ZERO, new Delivery(round, name, url, notice, 1));
        }
    }

    /**
     * Cancels all deliveries. None of their attempts is logged afterwards.
     *
     * @param clearLog called while no attempt is logged
     */
    void cancelAll(Runnable clearLog) {
        synchronized (this) {
            round = new Object();
            waiting.values().forEach(delivery -> delivery.cancel(false));
            waiting.clear();
            begun.clear();
            clearLog.run();
        }
        underWay.forEach(exchange -> exchange.cancel(true));
    }

    /** Returns false if the delivery was canceled. */
    private synchronized boolean begin(Delivery delivery) {
        waiting.remove(delivery);
        return delivery.round == round && begun.add(delivery);
    }

    /** Returns the attempts that have not ended: first those in progress, then those that wait for their time. */
    synchronized List<PendingDelivery> pending() {
        return Stream.concat(
                        begun.stream().map(delivery -> delivery.pending(true)),
                        waiting.keySet().stream().map(delivery -> delivery.pending(false)))
                .toList();
    }

    /** Cancels deliveries in progress and stops sending. */
    @Override
    public void close() {
        threads.shutdownNow();
        underWay.forEach(exchange -> exchange.cancel(true));
        synchronized (this) {
            // The JDK ends the client's thread once the client is unreachable.
            http = null;
        }
    }

    private void attempt(Delivery delivery) {
        OutgoingNotice notice = delivery.notice;
        Map<String, String> headers = notice.headers();
        HttpRequest request;
        try {
            URI receiver = URI.create(delivery.url);
            Optional<String> refusal = routes.refusal(receiver);
            if (refusal.isPresent()) {
                end(delivery, attempt(delivery, headers, OptionalInt.empty(), new byte[0], refusal));
                return;
            }
            HttpRequest.Builder post =
                    HttpRequest.newBuilder(receiver).POST(HttpRequest.BodyPublishers.ofByteArray(notice.body()));
            headers.forEach(post::header);
            request = post.build();
        } catch (IllegalArgumentException e) {
            String problem = "not a URL for notifications: " + e.getMessage();
            end(delivery, attempt(delivery, headers, OptionalInt.empty(), new byte[0], Optional.of(problem)));
            return;
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        underWay.add(exchange);
        ScheduledFuture<?> watchdog =
                threads.schedule(() -> exchange.cancel(true), patience.toMillis(), TimeUnit.MILLISECONDS);
        exchange.whenComplete((response, failure) -> {
            watchdog.cancel(false);
            underWay.remove(exchange);
            if (threads.isShutdown()) {
                return;
            }
            Optional<String> problem = problem(notice, response, failure);
            OptionalInt status = response == null ? OptionalInt.empty() : OptionalInt.of(response.statusCode());
            byte[] reply = response == null ? new byte[0] : response.body();
            boolean repeated = problem.isPresent() && notice.isRepeated() && delivery.number <= WAITS.size();
            synchronized (this) {
                if (end(delivery, attempt(delivery, headers, status, reply, problem)) && repeated) {
                    later(WAITS.get(delivery.number - 1), delivery.next());
                }
            }
        });
    }

    /** Logs an attempt; returns false if the delivery was canceled, and then logs nothing. */
    private synchronized boolean end(Delivery delivery, DeliveryAttempt attempt) {
        begun.remove(delivery);
        if (delivery.round != round) {
            return false;
        }
        log.accept(attempt);
        return true;
    }

    private static DeliveryAttempt attempt(
            Delivery delivery,
            Map<String, String> headers,
            OptionalInt status,
            byte[] reply,
            Optional<String> problem) {
        OutgoingNotice notice = delivery.notice;
        return new DeliveryAttempt(
                delivery.name,
                delivery.url,
                notice.id(),
                delivery.number,
                headers,
                notice.body(),
                notice.fields(),
                status,
                reply,
                problem);
    }

    private Optional<String> problem(
            OutgoingNotice notice, @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response != null) {
            return notice.problem(response.statusCode(), response.body());
        }
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return Optional.of(
                cause instanceof IOException
                        ? String.valueOf(cause)
                        : "no response within " + patience.toMillis() + " ms");
    }

    /** Schedules the next attempt. Called under the lock, so that the delivery cannot begin before it is in {@code waiting}. */
    private void later(Duration wait, Delivery delivery) {
        try {
            long nanos = (long) (wait.toNanos() / speed);
            waiting.put(delivery, threads.schedule(delivery, nanos, TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException e) {
            // The simulator was closed in the meantime.
            return;
        }
    }

    private synchronized HttpClient client() {
        if (http == null) {
            HttpClient.Builder builder =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads);
            tls.ifPresent(builder::sslContext);
            http = builder.build();
        }
        return http;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wxpay-simulator-notifications");
        thread.setDaemon(true);
        return thread;
    }
}

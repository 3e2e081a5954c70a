package io.github.wxpaycodegen.runtime.notification;

import static io.github.wxpaycodegen.runtime.notification.Sender.notifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.wxpaycodegen.runtime.RecordingLogs;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each notification is handled once, and the gateway is told the truth about it. */
class NotificationDispatcherTest {
    private final List<String> handled = new ArrayList<>();

    @Test
    void callsHandlerOfType() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> handled.add("payment " + n.resource().get("out_trade_no")))
                .on(Payment.V2.class, n -> handled.add("v2 payment"))
                .on(UnknownNotification.class, n -> handled.add("unknown " + n.eventType()))
                .otherwise(n -> handled.add("other " + n.getClass().getSimpleName()))
                .build();

        dispatch(dispatcher, Sender.payment());
        dispatch(dispatcher, Sender.v2(Sender.v2Payment(), SignType.MD5));
        dispatch(dispatcher, Sender.v3(r -> r.put("event_type", "INVENTED")).with("x", "y"));
        dispatch(dispatcher, Sender.refund("<root><refund_id>5</refund_id></root>"));

        // The third has the id of the first, and has been handled by that.
        assertThat(handled).containsExactly("payment 1217752501201407033233368018", "v2 payment", "other V2Refund");
    }

    @Test
    void passesUnknownNotifications() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(UnknownNotification.class, n -> handled.add("unknown " + n.eventType()))
                .build();

        assertThat(dispatch(dispatcher, Sender.v3(r -> r.put("event_type", "INVENTED")))
                        .isSuccess())
                .isTrue();
        assertThat(handled).containsExactly("unknown INVENTED");
    }

    @Test
    void waitsForAsynchronousHandlerOfOtherTypes() {
        CompletableFuture<Void> handler = new CompletableFuture<>();
        NotificationDispatcher dispatcher =
                notifications().dispatcher().otherwiseAsync(n -> handler).build();
        Sent payment = Sender.payment();

        CompletableFuture<NotificationReply> reply = dispatcher.dispatchAsync(payment.header(), payment.body());
        assertThat(reply).isNotDone();
        handler.complete(null);

        assertThat(reply.join().status()).isEqualTo(204);
    }

    @Test
    void failedStageOfOtherTypesIsAFailure() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .otherwiseAsync(n -> CompletableFuture.failedFuture(new IllegalStateException("down")))
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);
    }

    @Test
    void repliesWithSuccessOfEachProtocol() {
        NotificationDispatcher dispatcher =
                notifications().dispatcher().otherwise(n -> {}).build();

        NotificationReply v3 = dispatch(dispatcher, Sender.payment());
        assertThat(v3.status()).isEqualTo(204);
        assertThat(v3.body()).isEmpty();
        assertThat(v3.headers()).isEmpty();
        NotificationReply v2 = dispatch(dispatcher, Sender.v2(Sender.v2Payment(), SignType.MD5));
        assertThat(v2.status()).isEqualTo(200);
        assertThat(v2.headers()).containsEntry("Content-Type", "text/xml; charset=utf-8");
        assertThat(text(v2))
                .isEqualTo("<xml><return_code><![CDATA[SUCCESS]]></return_code>"
                        + "<return_msg><![CDATA[OK]]></return_msg></xml>");
    }

    @Test
    void repliesWithFailureOfEachProtocol() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .otherwise(n -> {
                    throw new IllegalStateException("the database with the password x is down");
                })
                .build();

        NotificationReply v3 = dispatch(dispatcher, Sender.payment());
        assertThat(v3.status()).isEqualTo(500);
        assertThat(v3.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
        assertThat(text(v3)).isEqualTo("{\"code\":\"FAIL\",\"message\":\"not handled\"}");
        NotificationReply v2 = dispatch(dispatcher, Sender.v2(Sender.v2Payment(), SignType.MD5));
        assertThat(v2.status()).isEqualTo(500);
        assertThat(text(v2))
                .isEqualTo("<xml><return_code><![CDATA[FAIL]]></return_code>"
                        + "<return_msg><![CDATA[not handled]]></return_msg></xml>");
        assertThat(v2.isSuccess()).isFalse();
    }

    @Test
    void rejectsForgedNotification() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .otherwise(n -> handled.add("never"))
                .build();

        NotificationReply reply = dispatch(dispatcher, Sender.payment().with("Wechatpay-Nonce", "m"));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(text(reply)).isEqualTo("{\"code\":\"FAIL\",\"message\":\"signature not accepted\"}");
        assertThat(dispatch(dispatcher, Sender.signed("{")).status()).isEqualTo(400);
        assertThat(text(dispatch(dispatcher, Sender.unsigned(Sender.v2Payment()))))
                .startsWith("<xml><return_code><![CDATA[FAIL]]>");
        assertThat(handled).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // frameworks without null checks
    void namesParameterThatIsNull() {
        NotificationDispatcher dispatcher =
                notifications().dispatcher().otherwise(n -> {}).build();

        assertThatNullPointerException()
                .isThrownBy(() -> dispatcher.dispatch(name -> "", null))
                .withMessage("body must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> dispatcher.dispatchAsync(null, new byte[0]))
                .withMessage("header must not be null");
    }

    @Test
    void missingKeyIsAServerError() {
        NotificationDispatcher dispatcher = notifications(Sender.trusting().build())
                .dispatcher()
                .otherwise(n -> handled.add("never"))
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);
        assertThat(handled).isEmpty();
    }

    @Test
    void unhandledNotificationIsRepeated() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.V2.class, n -> handled.add("v2"))
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(501);
    }

    @Test
    void acknowledgesDuplicates() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> handled.add(n.id()))
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).isSuccess()).isTrue();
        assertThat(dispatch(dispatcher, Sender.payment()).isSuccess()).isTrue();
        assertThat(handled).containsExactly("EV-1");
    }

    @Test
    void handlesFailedNotificationAgain() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> {
                    handled.add(n.id());
                    if (handled.size() == 1) {
                        throw new java.io.IOException("once");
                    }
                })
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).isSuccess()).isFalse();
        assertThat(dispatch(dispatcher, Sender.payment()).isSuccess()).isTrue();
        assertThat(handled).hasSize(2);
    }

    @Test
    void rejectsDuplicateWhileHandling() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> {
                    handled.add(n.id());
                    return slow;
                })
                .executor(Runnable::run)
                .build();
        Sent sent = Sender.payment();

        CompletableFuture<NotificationReply> first = dispatcher.dispatchAsync(sent.header(), sent.body());
        assertThat(first).isNotDone();
        assertThat(dispatch(dispatcher, sent).status()).isEqualTo(503);
        slow.complete(null);
        assertThat(first.join().isSuccess()).isTrue();
        assertThat(dispatch(dispatcher, sent).isSuccess()).isTrue();
        assertThat(handled).hasSize(1);
    }

    @Test
    void asynchronousHandlersRunOnTheExecutor() {
        List<Runnable> queued = new ArrayList<>();
        Executor later = queued::add;
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> handled.add(n.id()))
                .executor(later)
                .build();
        Sent sent = Sender.payment();

        CompletableFuture<NotificationReply> reply = dispatcher.dispatchAsync(sent.header(), sent.body());
        assertThat(handled).isEmpty();
        queued.get(0).run();
        assertThat(reply.join().isSuccess()).isTrue();
        assertThat(handled).hasSize(1);
    }

    @Test
    void asynchronousFailureIsAFailureReply() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> CompletableFuture.failedFuture(new IllegalStateException("no")))
                .executor(Runnable::run)
                .build();
        Sent forged = Sender.payment().with("Wechatpay-Nonce", "m");

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);
        assertThat(dispatcher
                        .dispatchAsync(forged.header(), forged.body())
                        .join()
                        .status())
                .isEqualTo(401);
    }

    /** As those of a servlet do whose request is over. */
    @Test
    void failedHeaderLookupIsAFailure() {
        NotificationDispatcher dispatcher =
                notifications().dispatcher().on(Payment.class, n -> {}).build();
        Function<String, String> header = name -> {
            throw new IllegalStateException("the request is over");
        };
        byte[] body = Sender.payment().body();

        assertThat(dispatcher.dispatch(header, body).status()).isEqualTo(500);
        assertThat(dispatcher.dispatchAsync(header, body).join().status()).isEqualTo(500);
        assertThatIllegalStateException()
                .isThrownBy(() -> notifications().parse(header, body))
                .withMessage("the request is over");
    }

    @Test
    void failedClaimKeepsHandlersFromRunning() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> handled.add(n.id()))
                .deduplication(new Deduplication() {
                    @Override
                    public Claim claim(String id) {
                        throw new IllegalStateException("down");
                    }

                    @Override
                    public void done(String id) {}

                    @Override
                    public void release(String id) {}
                })
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);
        assertThat(handled).isEmpty();
    }

    @Test
    void storeThatReturnsNullIsNamed() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> handled.add(n.id()))
                .deduplication(new Store(null))
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);
        assertThat(handled).isEmpty();
        assertThat(RecordingLogs.failures()).anySatisfy(failure -> assertThat(failure)
                .hasMessageContaining("the test's store.claim(...) returned null: it must return"));
    }

    /** A store in a database cannot be reached by an interrupted thread. */
    @Test
    void interruptedHandlerReleasesItsClaim() {
        Store store = new Store(Deduplication.Claim.CLAIMED);
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> {
                    throw new InterruptedException("shutdown");
                })
                .deduplication(store)
                .build();

        NotificationReply reply = dispatch(dispatcher, Sender.payment());

        assertThat(Thread.interrupted()).as("remains interrupted").isTrue();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(store.calls).containsExactly("claim", "release");
    }

    @Test
    void interruptedThreadMarksWhatWasHandled() {
        Store store = new Store(Deduplication.Claim.CLAIMED);
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> Thread.currentThread().interrupt())
                .deduplication(store)
                .build();

        NotificationReply reply = dispatch(dispatcher, Sender.payment());

        assertThat(Thread.interrupted()).as("remains interrupted").isTrue();
        assertThat(reply.status()).isEqualTo(204);
        assertThat(store.calls).containsExactly("claim", "done");
    }

    @Test
    void handlerThatDoesNotEndIsAFailure() {
        CompletableFuture<Void> endless = new CompletableFuture<>();
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> endless)
                .asyncTimeout(Duration.ofMillis(1))
                .executor(Runnable::run)
                .build();
        Sent sent = Sender.payment();

        NotificationReply late = dispatch(dispatcher, sent);

        assertThat(late.status()).isEqualTo(500);
        assertThat(late.body()).asString(StandardCharsets.UTF_8).contains("not handled in time");
        assertThat(dispatch(dispatcher, sent).status()).as("while it runs").isEqualTo(503);
        endless.complete(null);
        assertThat(dispatch(dispatcher, sent).status()).as("afterwards").isEqualTo(204);
    }

    /** The thread of a late reply must not keep an application from ending. */
    @Test
    void lateReplyComesOnADaemon() {
        List<Runnable> queued = new ArrayList<>();
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> new CompletableFuture<>())
                .asyncTimeout(Duration.ofMillis(1))
                .executor(queued::add)
                .build();
        Sent sent = Sender.payment();
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();

        dispatcher
                .dispatchAsync(sent.headers()::get, sent.body())
                .thenRun(() -> daemon.complete(Thread.currentThread().isDaemon()));
        // The handler begins now, so the reply cannot come before the step that follows it.
        queued.get(0).run();

        assertThat(daemon).succeedsWithin(Duration.ofMinutes(5)).isEqualTo(true);
    }

    /** An application that shuts down has closed its executor. */
    @Test
    void lateReplyDoesNotNeedTheExecutor() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> new CompletableFuture<>())
                .asyncTimeout(Duration.ofMillis(1))
                .executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);
    }

    /** Handlers that take too long may occupy all threads: the reply must not wait for them too. */
    @Test
    void lateReplyDoesNotWaitForFullExecutor() {
        AtomicBoolean full = new AtomicBoolean();
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> new CompletableFuture<>())
                .asyncTimeout(Duration.ofMillis(1))
                .executor(task -> {
                    // Later tasks wait in its queue.
                    if (full.compareAndSet(false, true)) {
                        task.run();
                    }
                })
                .build();
        Sent sent = Sender.payment();

        NotificationReply reply = dispatcher
                .dispatchAsync(sent.headers()::get, sent.body())
                .completeOnTimeout(NotificationReply.failure(Protocol.V3, 599, "waits for ever"), 1, TimeUnit.MINUTES)
                .join();

        assertThat(reply.status()).isEqualTo(500);
    }

    /** A server may dispatch on the threads that it gives to handlers. */
    @Test
    void waitsForLateHandlerOnAThreadOfTheExecutor() throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            NotificationDispatcher dispatcher = notifications()
                    .dispatcher()
                    .onAsync(Payment.class, n -> new CompletableFuture<>())
                    .asyncTimeout(Duration.ofMillis(1))
                    .executor(single)
                    .build();
            Sent sent = Sender.payment();

            assertThat(single.submit(() -> dispatch(dispatcher, sent)).get().status())
                    .isEqualTo(500);
        } finally {
            single.shutdownNow();
        }
    }

    /** A stage may complete on an event loop, which must not wait for a database. */
    @Test
    void storeIsUpdatedOnTheExecutor() throws Exception {
        Store store = new Store(Deduplication.Claim.CLAIMED);
        CompletableFuture<Void> success = new CompletableFuture<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        Sent sent = Sender.payment();

        CompletableFuture<NotificationReply> succeeds = dispatchOn("executor", store, success, sent);
        CompletableFuture<NotificationReply> fails = dispatchOn("executor", store, failure, sent);
        onThread("event loop", () -> success.complete(null));
        assertThat(succeeds.get(5, TimeUnit.MINUTES).status()).isEqualTo(204);
        onThread("event loop", () -> failure.completeExceptionally(new IllegalStateException("down")));
        assertThat(fails.get(5, TimeUnit.MINUTES).status()).isEqualTo(500);

        assertThat(store.calls).containsExactly("claim", "claim", "done", "release");
        assertThat(store.threads).containsOnly("executor");
    }

    /** An application that shuts down has closed its executor, but its database must know what was handled. */
    @Test
    void storeIsUpdatedIfTheExecutorIsClosed() throws Exception {
        Store store = new Store(Deduplication.Claim.CLAIMED);
        CompletableFuture<Void> handler = new CompletableFuture<>();
        AtomicBoolean closed = new AtomicBoolean();
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> handler)
                .asyncTimeout(Duration.ofDays(1))
                .deduplication(store)
                .executor(task -> {
                    if (closed.get()) {
                        throw new RejectedExecutionException();
                    }
                    task.run();
                })
                .build();
        Sent sent = Sender.payment();
        CompletableFuture<NotificationReply> reply = dispatcher.dispatchAsync(sent.header(), sent.body());

        closed.set(true);
        onThread("event loop", () -> handler.complete(null));

        assertThat(reply.get(5, TimeUnit.MINUTES).status()).isEqualTo(204);
        assertThat(store.calls).containsExactly("claim", "done");
        assertThat(store.threads).doesNotContain("event loop");
    }

    @Test
    void waitingThreadUpdatesTheStore() {
        Store store = new Store(Deduplication.Claim.CLAIMED);
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> {
                    CompletableFuture<Void> handler = new CompletableFuture<>();
                    onThread("event loop", () -> handler.complete(null));
                    return handler;
                })
                .asyncTimeout(Duration.ofDays(1))
                .deduplication(store)
                .executor(task -> {
                    throw new IllegalStateException("not used");
                })
                .build();

        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(204);
        assertThat(store.calls).containsExactly("claim", "done");
        assertThat(store.threads).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void executorUpdatesTheStoreAfterALateHandler() throws Exception {
        Store store = new Store(Deduplication.Claim.CLAIMED);
        CompletableFuture<Void> handler = new CompletableFuture<>();
        CompletableFuture<Void> marked = new CompletableFuture<>();
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> handler)
                .asyncTimeout(Duration.ofMillis(1))
                .deduplication(store)
                .executor(task -> onThread("executor", () -> {
                    task.run();
                    marked.complete(null);
                }))
                .build();
        assertThat(dispatch(dispatcher, Sender.payment()).status()).isEqualTo(500);

        onThread("event loop", () -> handler.complete(null));

        marked.get(5, TimeUnit.MINUTES);
        assertThat(store.calls).containsExactly("claim", "done");
        assertThat(store.threads).last().isEqualTo("executor");
    }

    private static CompletableFuture<NotificationReply> dispatchOn(
            String executor, Store store, CompletableFuture<Void> handler, Sent sent) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<NotificationReply> reply = notifications()
                .dispatcher()
                .onAsync(Payment.class, n -> handler)
                .asyncTimeout(Duration.ofDays(1))
                .deduplication(store)
                .executor(task -> onThread(executor, () -> {
                    task.run();
                    begun.countDown();
                }))
                .build()
                .dispatchAsync(sent.header(), sent.body());
        begun.await();
        return reply;
    }

    private static void onThread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void timeoutOfHandlersIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notifications().dispatcher().asyncTimeout(Duration.ZERO))
                .withMessage("the timeout of asynchronous handlers must be from PT0.001S to PT24H (was PT0S)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notifications().dispatcher().asyncTimeout(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatCode(() -> notifications().dispatcher().asyncTimeout(Duration.ofDays(1)))
                .doesNotThrowAnyException();
    }

    /** A store that no interrupted thread can use. */
    private static final class Store implements Deduplication {
        private final @Nullable Claim claim;
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final List<String> threads = new CopyOnWriteArrayList<>();

        Store(@Nullable Claim claim) {
            this.claim = claim;
        }

        private void use(String call) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
            threads.add(Thread.currentThread().getName());
            calls.add(call);
        }

        @Override
        @SuppressWarnings("NullAway") // stores of applications may be wrong
        public Claim claim(String id) {
            use("claim");
            return claim;
        }

        @Override
        public void done(String id) {
            use("done");
        }

        @Override
        public void release(String id) {
            use("release");
        }

        @Override
        public String toString() {
            return "the test's store";
        }
    }

    @Test
    void handlesDuplicatesWithoutDeduplication() {
        NotificationDispatcher dispatcher = notifications()
                .dispatcher()
                .on(Payment.class, n -> handled.add(n.id()))
                .deduplication(Deduplication.none())
                .build();

        dispatch(dispatcher, Sender.payment());
        dispatch(dispatcher, Sender.payment());
        assertThat(handled).hasSize(2);
    }

    @Test
    void rejectsContradictoryHandlers() {
        NotificationDispatcher.Builder builder = notifications().dispatcher().on(Payment.class, n -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.on(Payment.class, n -> {}))
                .withMessageContaining("already has a handler");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.on(Notification.class, n -> {}))
                .withMessageContaining("is not generated with this client; otherwise(...) handles");
        builder.otherwise(n -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.otherwise(n -> {}))
                .withMessage("otherwise(...) already has a handler");
    }

    private static NotificationReply dispatch(NotificationDispatcher dispatcher, Sent sent) {
        return dispatcher.dispatch(sent.header(), sent.body());
    }

    private static String text(NotificationReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}

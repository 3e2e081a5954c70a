package io.github.wxpaycodegen.runtime.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Sender.Sent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that shuts down interrupts its handlers: nothing is acknowledged, and the thread stays interrupted. */
class InterruptedHandlersTest {
    private final NotificationDispatcher dispatcher = Sender.notifications()
            .dispatcher()
            .on(Payment.class, n -> {
                throw new InterruptedException("shut down");
            })
            .replyTo(Scan.class, n -> {
                throw new InterruptedException("shut down");
            })
            .build();

    @Test
    void interruptedHandlerIsAFailure() throws Exception {
        isFailureAndInterrupted(Sender.payment());
    }

    @Test
    void interruptedReplyIsAFailure() throws Exception {
        isFailureAndInterrupted(Sender.v2(Sender.scan(), SignType.MD5));
    }

    /** On a thread of its own, for the one that runs tests must not be interrupted. */
    private void isFailureAndInterrupted(Sent sent) throws Exception {
        CompletableFuture<NotificationReply> reply = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            reply.complete(dispatcher.dispatch(sent.header(), sent.body()));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.setDaemon(true);
        thread.start();

        assertThat(reply.get(5, TimeUnit.MINUTES).status()).isEqualTo(500);
        assertThat(interrupted.get(5, TimeUnit.MINUTES)).isTrue();
    }
}

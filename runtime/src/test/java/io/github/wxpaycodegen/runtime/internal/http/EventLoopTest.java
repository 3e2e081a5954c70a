package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class EventLoopTest {
    /** Without that, the second of two simultaneous first calls would replace the loop and end the first call. */
    @RepeatedTest(20)
    void runsFromTheStart() {
        EventLoop loop = new EventLoop();
        try {
            assertThat(loop.isRunning()).isTrue();
        } finally {
            loop.close();
        }
    }

    @Test
    void doesNotRunAfterItsEnd() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThat(loop.isRunning()).isFalse();
    }

    /** A call with a deadline of two seconds must not wait longer for classes that are being loaded. */
    @Test
    void callerDoesNotWaitForTheStart() throws Exception {
        CountDownLatch callerGoesOn = new CountDownLatch(1);
        EventLoop loop = new EventLoop(starting -> {
            try {
                callerGoesOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return HttpAsyncClients.createDefault();
        });
        try {
            assertThat(loop.client()).isNotDone();
            assertThat(loop.isRunning()).isTrue();
        } finally {
            callerGoesOn.countDown();
            loop.close();
        }
        assertThat(loop.client().get(300, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void clientThatIsStartedAfterTheEndIsClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        EventLoop loop = new EventLoop(starting -> {
            CloseableHttpAsyncClient client = HttpAsyncClients.createDefault();
            client.start();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return client;
        });

        loop.close();
        assertThat(loop.isRunning()).isFalse();
        closed.countDown();

        CloseableHttpAsyncClient client = loop.client().get(300, TimeUnit.SECONDS);
        // Its threads have ended then. The status changes to SHUT_DOWN later, by the thread that closes it.
        client.awaitShutdown(TimeValue.ofMinutes(5));
        assertThat(client.getStatus()).isGreaterThanOrEqualTo(IOReactorStatus.SHUTTING_DOWN);
    }

    @Test
    void doesNotRunIfItCannotStart() {
        EventLoop loop = new EventLoop(starting -> {
            throw new OutOfMemoryError("unable to create native thread");
        });

        assertThat(loop.client()).failsWithin(Duration.ofMinutes(5));
        assertThat(loop.isRunning()).isFalse();
        loop.close();
    }

    @Test
    void timerEndsIfNoOtherThreadCanBeStarted() throws Exception {
        List<Thread> timers = new ArrayList<>();
        assertThatThrownBy(() -> new EventLoop(
                        loop -> {
                            throw new IllegalStateException("there is no thread for this");
                        },
                        name -> task -> {
                            if (!name.equals("wxpay-timer")) {
                                throw new InternalError("unable to create native thread");
                            }
                            Thread timer = new Thread(task);
                            timers.add(timer);
                            return timer;
                        }))
                .isInstanceOf(InternalError.class);

        assertThat(timers).hasSize(1);
        // The time-out of the test interrupts it.
        timers.get(0).join();
    }

    @Test
    void largeMachineNeedsFewThreads() {
        assertThat(EventLoop.ioThreads(1)).isEqualTo(1);
        assertThat(EventLoop.ioThreads(16)).isEqualTo(4);
    }
}

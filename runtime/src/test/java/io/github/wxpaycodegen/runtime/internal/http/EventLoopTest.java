package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

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
}

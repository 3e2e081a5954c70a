package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.github.wxpaycodegen.runtime.CallListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the calls in progress end when the application shuts down, after the web server has stopped and before the clients
 * are closed. Spring limits the time by {@code spring.lifecycle.timeout-per-shutdown-phase}.
 */
final class CallsInProgress implements CallListener, SmartLifecycle {
    /** Below that in which Spring Boot stops its web server. A lower phase stops later. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private int calls;
    private boolean running;
    private @Nullable Runnable idle;

    @Override
    public synchronized void onStart(CallInfo call) {
        calls++;
    }

    @Override
    public void onEnd(CallEnd end) {
        Runnable last = null;
        synchronized (this) {
            calls--;
            if (calls == 0) {
                last = idle;
                idle = null;
            }
        }
        if (last != null) {
            last.run();
        }
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void stop(Runnable callback) {
        synchronized (this) {
            running = false;
            if (calls > 0) {
                idle = callback;
                return;
            }
        }
        callback.run();
    }

    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}

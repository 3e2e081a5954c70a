package io.github.wxpaycodegen.simulator.app;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Result of starting the program: it runs, or it ended at once because it printed its help or could not start. */
public final class Launch implements AutoCloseable {
    private final int status;
    private final @Nullable SimulatorApp app;

    private Launch(int status, @Nullable SimulatorApp app) {
        this.status = status;
        this.app = app;
    }

    static Launch ended(int status) {
        return new Launch(status, null);
    }

    static Launch running(SimulatorApp app) {
        return new Launch(0, app);
    }

    /**
     * Returns the status of the process: 0 if the program runs, or only printed its help or its version; 2 if an option
     * is wrong; 1 if it cannot start.
     */
    public int status() {
        return status;
    }

    /** Returns true if gateways run, until the process ends or this is closed. */
    public boolean isRunning() {
        return app != null;
    }

    /** Waits until the thread is interrupted, if the program runs: all its threads are daemons. Returns the status. */
    public int await() {
        if (isRunning()) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return status;
    }

    /** Ends the program, if it runs. */
    @Override
    public void close() {
        if (app != null) {
            app.close();
        }
    }
}

package io.github.wxpaycodegen.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** The use of a simulator by one test, which ends when JUnit closes the context of the test. */
@SuppressWarnings("deprecation")
final class TestTurn implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final RunningSimulator running;

    private TestTurn(RunningSimulator running) {
        this.running = running;
    }

    /** Waits until no other test uses the simulator, and resets it. */
    static void begin(RunningSimulator running, ExtensionContext context, ExtensionContext.Namespace namespace)
            throws InterruptedException {
        running.beginTest();
        context.getStore(namespace).put(TestTurn.class, new TestTurn(running));
    }

    @Override
    public void close() {
        running.endTest();
    }
}

package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallReport;
import io.github.wxpaycodegen.runtime.internal.call.CallReports;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of a configuration. An exception of one of them affects neither the call nor the other listeners. */
final class Listeners implements CallReports {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final List<Guarded> listeners;
    private final @Nullable String mchid;
    private final Clock clock;

    Listeners(List<CallListener> listeners, @Nullable String mchid, Clock clock) {
        this.listeners = listeners.stream().map(Guarded::new).toList();
        this.mchid = mchid;
        this.clock = clock;
    }

    /** Notifies the listeners of the start of a call, and returns the report for its other events. */
    @Override
    public CallReport begin(Call<?> call) {
        if (listeners.isEmpty()) {
            return CallReport.NONE;
        }
        CallInfo info = new CallInfo(call.operation(), mchid, clock.instant());
        notify(listener -> listener.onStart(info));
        return new ListenedCall(this, call, info);
    }

    void notify(Consumer<CallListener> event) {
        listeners.forEach(listener -> listener.notify(event));
    }

    /** A listener, with a flag that is set when it has thrown. */
    private static final class Guarded {
        private final CallListener listener;
        private final AtomicBoolean hasThrown = new AtomicBoolean();

        Guarded(CallListener listener) {
            this.listener = listener;
        }

        /**
         * Catches errors and checked exceptions of other JVM languages too, because the payment was made all the same.
         */
        void notify(Consumer<CallListener> event) {
            try {
                event.accept(listener);
            } catch (Throwable e) {
                if (hasThrown.compareAndSet(false, true)) {
                    LOG.warn(
                            "The CallListener {} threw an exception. It is still notified, and further exceptions are logged at debug.",
                            listener.getClass().getName(),
                            e);
                } else {
                    LOG.debug(
                            "The CallListener {} threw an exception",
                            listener.getClass().getName(),
                            e);
                }
            }
        }
    }
}

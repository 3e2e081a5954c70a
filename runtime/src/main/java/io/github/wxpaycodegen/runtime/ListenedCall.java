package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallReport;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notifies listeners of a call. Attempts, deadlines and cancellations end on different threads; the lock keeps the
 * events in order, and no event follows the end.
 */
final class ListenedCall implements CallReport {
    private static final int HTTPS = 443;

    private final Listeners listeners;
    private final Call<?> call;
    private final CallInfo info;
    private final long start = System.nanoTime();
    private long attemptStart;
    private int attempts;
    private @Nullable String host;
    private boolean isAttempted;
    private boolean isOver;

    /** Creates the report of a call that starts now. */
    ListenedCall(Listeners listeners, Call<?> call, CallInfo info) {
        this.listeners = listeners;
        this.call = call;
        this.info = info;
    }

    @Override
    public synchronized void attempt(URI uri) {
        if (!isOver) {
            attempts++;
            attemptStart = System.nanoTime();
            host = uri.getPort() == -1 || uri.getPort() == HTTPS ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
            isAttempted = true;
        }
    }

    @Override
    public synchronized void attemptEnded(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
        if (isAttempted) {
            endAttempt(result(response, failure));
        }
    }

    @Override
    public synchronized void ended(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
        if (isOver) {
            return;
        }
        isOver = true;
        CallResult result = result(response, failure);
        if (isAttempted) {
            endAttempt(result);
        }
        CallEnd end = new CallEnd(info, attempts, host, result, since(start));
        listeners.notify(listener -> listener.onEnd(end));
    }

    private void endAttempt(CallResult result) {
        isAttempted = false;
        CallAttempt attempt = new CallAttempt(info, attempts, String.valueOf(host), result, since(attemptStart));
        listeners.notify(listener -> listener.onAttempt(attempt));
    }

    private CallResult result(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
        return response != null ? CallResult.of(response) : CallResult.of(Futures.unwrap(failure), call::giveUp);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}

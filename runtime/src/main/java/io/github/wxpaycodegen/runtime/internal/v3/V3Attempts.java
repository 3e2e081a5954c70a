package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.async.Continuations;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a request if that is safe: if it was never sent, if it changes nothing, or if its spec declares the operation
 * idempotent. All attempts share one deadline.
 */
final class V3Attempts<R> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Call<?> call;
    private final Operation<?, ?> operation;
    private final List<URI> hosts;
    private final int limit;
    private final V3Attempt<R> attempt;
    private final CompletableFuture<WxPayResponse<R>> result = new CompletableFuture<>();
    /** Failure of an attempt that may have taken effect; null if none may have. Attempts run one after the other. */
    private volatile @Nullable WxPayException open;

    /**
     * Creates the attempts of a call.
     *
     * @param hosts to be tried in order
     * @param limit the maximum number of attempts
     * @param attempt sends the request to a host
     */
    V3Attempts(Call<?> call, List<URI> hosts, int limit, V3Attempt<R> attempt) {
        this.call = call;
        this.operation = call.operation();
        this.hosts = hosts;
        this.limit = limit;
        this.attempt = attempt;
    }

    CompletableFuture<WxPayResponse<R>> start() {
        send(1);
        return result;
    }

    private void send(int number) {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<WxPayResponse<R>> current;
        try {
            current = attempt.send(hosts.get((number - 1) % hosts.size()));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(reported(e));
            return;
        }
        Futures.cancelWith(result, current);
        current.whenComplete((response, failure) -> {
            call.report().attemptEnded(response, failure);
            if (failure == null) {
                result.complete(response);
            } else {
                failed(number, Futures.unwrap(failure));
            }
        });
    }

    private void failed(int number, Throwable failure) {
        long pause = pause(number, failure);
        if (number >= limit || call.isGivenUp() || pause >= call.remaining().toNanos() || !maySendAgain(failure)) {
            result.completeExceptionally(reported(failure));
        } else {
            if (failure instanceof WxPayException e && e.outcome() == Outcome.UNKNOWN && !changesNothing()) {
                open = e;
            }
            CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS, Continuations.executor())
                    .execute(() -> send(number + 1));
        }
    }

    /**
     * Returns the pause before the next attempt. It respects the gateway's Retry-After, because an earlier attempt
     * would be rejected.
     */
    private static long pause(int number, Throwable failure) {
        Duration usual = FIRST_PAUSE.multipliedBy(1L << (number - 1));
        Duration asked = failure instanceof GatewayException e ? e.retryAfter() : null;
        return (asked == null || asked.compareTo(usual) < 0 ? usual : asked).toNanos();
    }

    /**
     * Returns the failure to report. An earlier attempt with an unknown outcome decides, even if a later one was not
     * sent or was rejected.
     */
    private Throwable reported(Throwable failure) {
        WxPayException earlier = open;
        if (earlier == null || (failure instanceof WxPayException e && e.outcome() == Outcome.UNKNOWN)) {
            return failure;
        }
        earlier.addSuppressed(failure);
        return earlier;
    }

    private boolean changesNothing() {
        return operation.method() == HttpMethod.GET || operation.has(Trait.READ_ONLY);
    }

    private boolean maySendAgain(Throwable failure) {
        boolean notSent = failure instanceof TransportException e && e.outcome() == Outcome.NOT_SENT;
        boolean passing =
                failure instanceof TransportException || (failure instanceof GatewayException e && isPassing(e));
        return notSent || (passing && (operation.method() == HttpMethod.GET || operation.has(Trait.IDEMPOTENT)));
    }

    /** Returns true if the same request may succeed later, by its status. */
    private static boolean isPassing(GatewayException e) {
        int status = e.httpStatus();
        return status >= 500 || status == 429 || status == 408 || status == 202;
    }
}

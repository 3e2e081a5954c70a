package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Continuations;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.text.Durations;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.operation.FileFields;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls from the application for a file to the file. It repeats the application while the gateway prepares the
 * file, downloads the file, and applies again if the link has expired. All calls share one deadline.
 */
public final class FileApplication<R> {
    /**
     * A link is valid for at least half a minute, and a download begins at once, so two renewals are more than enough.
     */
    private static final int RENEWALS = 2;

    /** The official pages advise this pause between two queries of a receipt. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private static final int TOO_MANY_REQUESTS = 429;

    private final Operation<?, R> operation;
    private final FileFields<R> fields;
    private final Duration timeout;
    private final Duration firstPause;
    private final Function<Duration, CompletableFuture<WxPayResponse<R>>> application;
    private final BiFunction<FileLink, Duration, CompletableFuture<WxPayResponse<SavedFile>>> fetch;
    private final long deadline;
    private final CompletableFuture<SavedFile> result = new CompletableFuture<>();

    /**
     * Creates an application.
     *
     * @param application applies, within a given time
     * @param fetch downloads the file of a link, within a given time
     */
    public FileApplication(
            Operation<?, R> operation,
            Duration timeout,
            Duration firstPause,
            Function<Duration, CompletableFuture<WxPayResponse<R>>> application,
            BiFunction<FileLink, Duration, CompletableFuture<WxPayResponse<SavedFile>>> fetch) {
        this.operation = operation;
        this.fields = Objects.requireNonNull(operation.file(), "the operation returns no file");
        this.timeout = timeout;
        this.firstPause = firstPause;
        this.application = application;
        this.fetch = fetch;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Starts the application. Returns a future of the file at its target. */
    public CompletableFuture<SavedFile> start() {
        apply(0, 0);
        return result;
    }

    private void apply(int asked, int renewed) {
        if (!result.isDone()) {
            then(application.apply(remaining()), (response, failure) -> {
                if (response == null) {
                    result.completeExceptionally(failure);
                } else {
                    answered(response, asked, renewed);
                }
            });
        }
    }

    private void answered(WxPayResponse<R> response, int asked, int renewed) {
        if (fields.isWaiting(response.value())) {
            askLater(response.value(), asked, renewed);
            return;
        }
        FileLink link;
        try {
            link = fields.link(response.value());
        } catch (IllegalArgumentException e) {
            throw InvalidResponseException.builder()
                    .message(operation + ": the link in the response is invalid: " + e.getMessage() + ". "
                            + Advice.settle(operation, null))
                    .httpStatus(response.httpStatus())
                    .requestId(response.requestId())
                    .cause(e)
                    .build();
        }
        if (link == null) {
            throw FileException.builder(Outcome.REJECTED)
                    .message(operation + ": there is no file, because the response contains no link"
                            + state(response.value()))
                    .build();
        }
        then(fetch.apply(link, remaining()), (saved, failure) -> {
            if (saved != null) {
                result.complete(saved.value());
            } else if (renewed < RENEWALS && hasExpired(failure)) {
                apply(0, renewed + 1);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private void askLater(R answer, int asked, int renewed) {
        long pause = pause(asked);
        if (pause >= deadline - System.nanoTime()) {
            throw FileException.builder(Outcome.UNKNOWN)
                    .message(operation + ": the gateway has not prepared the file within " + Durations.shown(timeout)
                            + state(answer) + ". Call again later.")
                    .build();
        }
        CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS, Continuations.executor())
                .execute(() -> guarded(() -> apply(asked + 1, renewed)));
    }

    private long pause(int asked) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(asked, 20));
        Duration longest = firstPause.compareTo(LONGEST_PAUSE) > 0 ? firstPause : LONGEST_PAUSE;
        return (doubled.compareTo(longest) < 0 ? doubled : longest).toNanos();
    }

    private String state(R answer) {
        String state = fields.state(answer);
        return state == null ? "" : ", its state is " + ForeignText.shown(state);
    }

    /**
     * Returns true if a download failed because its link had expired. A link that the gateway has just issued can fail
     * with such a status only because it expired.
     */
    private static boolean hasExpired(@Nullable Throwable failure) {
        return failure instanceof GatewayException e
                && e.httpStatus() >= 400
                && e.httpStatus() < 500
                && e.httpStatus() != TOO_MANY_REQUESTS;
    }

    private <T> void then(CompletableFuture<T> call, BiConsumer<@Nullable T, @Nullable Throwable> step) {
        Futures.cancelWith(result, call);
        // The next step may create a file, which the transport's thread must not wait for.
        Futures.handOff(call)
                .whenComplete((value, failure) ->
                        guarded(() -> step.accept(value, failure == null ? null : Futures.unwrap(failure))));
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }
}

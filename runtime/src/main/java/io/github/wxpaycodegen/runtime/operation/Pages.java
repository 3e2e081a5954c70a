package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.async.Continuations;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items of a query that WeChat Pay returns in several pages.
 *
 * <pre>{@code
 * for (Complaint complaint : pay.v3().merchantService().complaintsV2().list(query)) {
 *     handle(complaint);
 * }
 * }</pre>
 *
 * <p>Each page is one call, with the client's options and time limit. The call is made when {@code next()} or {@code
 * hasNext()} needs the first item of the page. If it fails, {@code next()} throws its exception, with the number of the
 * page in the message. Calling {@code next()} again repeats the call of that page, and the listing continues.
 *
 * <p>The listing ends at the total that the gateway reports, at the last token, or at an empty page. A short page does
 * not end it. A page that repeats the previous one is rejected with {@link InvalidResponseException}.
 *
 * <p><b>WeChat Pay does not return a snapshot:</b> if items are added or removed during a listing, it may repeat or
 * miss items. Detect repeated items by their numbers, and list a period that has ended.
 *
 * <p>Immutable and thread-safe. Each {@link #iterator()}, {@link #stream()} and {@link #forEachAsync} starts with the
 * first page. An iterator or stream must be used by one thread at a time.
 *
 * @param <T> an item
 */
public final class Pages<T> implements Iterable<T> {
    private static final long DEFAULT_MAX_ITEMS = 10_000;

    private final Listing<?, ?, T> listing;
    private final Limit limit;

    private Pages(Listing<?, ?, T> listing, Limit limit) {
        this.listing = listing;
        this.limit = limit;
    }

    /**
     * Returns the items of a query. Generated code calls this method.
     *
     * @param operation the query
     * @param call calls the query and waits for its response
     * @param callAsync calls the query
     * @param fields the fields that lead to further pages
     * @param request the request of the first page; if it selects a page, the listing starts there
     * @throws InvalidRequestException if it selects a page before the first, for instance a negative offset
     */
    public static <Q, R, T> Pages<T> of(
            OperationInfo operation,
            Function<Q, R> call,
            Function<Q, CompletableFuture<R>> callAsync,
            PageFields<Q, R, T> fields,
            Q request) {
        Listing<Q, R, T> listing = new Listing<>(
                Objects.requireNonNull(operation, "operation"),
                Objects.requireNonNull(call, "call"),
                Objects.requireNonNull(callAsync, "callAsync"),
                Objects.requireNonNull(fields, "fields"),
                Objects.requireNonNull(request, "request"));
        fields.requireStart(request, operation);
        return new Pages<>(listing, new Limit(DEFAULT_MAX_ITEMS, false));
    }

    /** Returns a list of these items that makes no calls, for instance as the result of a stub in a test. */
    public static <T> Pages<T> ofItems(List<? extends T> items) {
        List<T> copy = List.copyOf(items);
        OperationInfo none = new OperationInfo(HttpMethod.GET, "items", null);
        return of(
                none,
                request -> request,
                CompletableFuture::completedFuture,
                PageFields.<List<T>, List<T>, T>byToken(
                        "token",
                        request -> null,
                        (request, token) -> request,
                        "items",
                        request -> request,
                        response -> null),
                copy);
    }

    /**
     * Returns the same items, limited to this number. The listing ends there without a further call.
     *
     * <p>Without a limit, a listing throws {@link IllegalStateException} if it has more than 10,000 items, so that no items are dropped unnoticed.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Pages<T> maxItems(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("maxItems must be at least 1 (was " + number + ")");
        }
        return new Pages<>(listing, new Limit(number, true));
    }

    /**
     * Returns an iterator over the items, starting with the first page. The first call is made when it is used.
     *
     * <p>{@code next()} throws {@link WxPayException} if the call of a page fails, and {@link IllegalStateException} if
     * there are more than 10,000 items and no limit was set.
     */
    @Override
    public Iterator<T> iterator() {
        return listing.iterator(limit);
    }

    /**
     * Returns the items as a sequential stream, which makes its calls while it is consumed. The terminal operation
     * throws the same exceptions as {@link #iterator()}. The stream need not be closed.
     */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * Calls the action with each item, in order, without blocking a thread during the calls. The action is never called
     * for two items at the same time, and the next page is called only after the action has returned for all items of
     * the current one. The action runs in the common pool, or on a spare thread if no thread of the pool is free, and may
     * block. If a page is there without a call, as with {@link #ofItems}, it runs on the calling thread.
     *
     * @return a future with the number of items, completed on the thread of the action. It fails with {@link
     *     WxPayException} if the call of a page fails, or with the exception that the action throws; both end the
     *     listing. Canceling the future cancels the current call, the action is not called again, and no further call is
     *     made; an action that is running is not interrupted
     */
    public CompletableFuture<Long> forEachAsync(Consumer<? super T> action) {
        return listing.forEachAsync(limit, Objects.requireNonNull(action, "action"));
    }

    /**
     * Maximum number of items.
     *
     * @param isChosen whether the caller set it, so that the listing ends there; otherwise further items are a failure
     */
    private record Limit(long items, boolean isChosen) {
        boolean isEnd(long listed) {
            return isChosen && listed >= items;
        }

        /** Throws an exception for an item beyond a limit that the caller did not set. */
        void check(long listed, OperationInfo operation) {
            if (!isChosen && listed >= items) {
                throw new IllegalStateException(operation.id() + ": the list has more than " + items
                        + " items. Set maxItems(...) to the most that you expect, or narrow the query.");
            }
        }
    }

    /** A query and its first request. */
    private record Listing<Q, R, T>(
            OperationInfo operation,
            Function<Q, R> call,
            Function<Q, CompletableFuture<R>> callAsync,
            PageFields<Q, R, T> fields,
            Q request) {
        PageCursor<Q, R, T> cursor() {
            return new PageCursor<>(operation, fields, request);
        }

        Iterator<T> iterator(Limit limit) {
            return new ItemIterator<>(this, limit);
        }

        CompletableFuture<Long> forEachAsync(Limit limit, Consumer<? super T> action) {
            AsyncWalk<Q, R, T> walk = new AsyncWalk<>(this, limit, action);
            walk.start();
            return walk.result;
        }
    }

    private static final class ItemIterator<Q, R, T> implements Iterator<T> {
        private final Listing<Q, R, T> listing;
        private final PageCursor<Q, R, T> cursor;
        private final Limit limit;
        private Iterator<T> page = Collections.emptyIterator();
        private long listed;
        private @Nullable RuntimeException failure;

        ItemIterator(Listing<Q, R, T> listing, Limit limit) {
            this.listing = listing;
            this.cursor = listing.cursor();
            this.limit = limit;
        }

        /** Returns true after a failure too, so that a loop over the items calls {@code next()}, which throws it. */
        @Override
        public boolean hasNext() {
            if (failure != null) {
                return true;
            }
            if (limit.isEnd(listed)) {
                return false;
            }
            while (!page.hasNext() && !cursor.hasEnded()) {
                try {
                    page = cursor.accept(listing.call.apply(cursor.request())).iterator();
                } catch (RuntimeException e) {
                    failure = cursor.during(e);
                    return true;
                }
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list has ended after " + listed + " items");
            }
            if (failure != null) {
                RuntimeException thrown = failure;
                failure = null;
                throw thrown;
            }
            limit.check(listed, listing.operation);
            listed++;
            return page.next();
        }
    }

    /**
     * Walks through the pages asynchronously. A page is called after all items of the previous one have been handled.
     */
    private static final class AsyncWalk<Q, R, T> {
        private final Listing<Q, R, T> listing;
        private final PageCursor<Q, R, T> cursor;
        private final Limit limit;
        private final Consumer<? super T> action;
        private final CompletableFuture<Long> result = new CompletableFuture<>();
        private volatile @Nullable CompletableFuture<R> called;
        private long listed;

        AsyncWalk(Listing<Q, R, T> listing, Limit limit, Consumer<? super T> action) {
            this.listing = listing;
            this.cursor = listing.cursor();
            this.limit = limit;
            this.action = action;
        }

        void start() {
            result.whenComplete((count, failure) -> cancelCall());
            proceed();
        }

        /** Loops instead of recursing: pages that complete immediately would overflow the stack. */
        private void proceed() {
            while (!result.isDone()) {
                if (cursor.hasEnded() || limit.isEnd(listed)) {
                    result.complete(listed);
                    return;
                }
                CompletableFuture<R> page = call();
                called = page;
                if (result.isDone()) {
                    cancelCall();
                } else if (page.isDone()) {
                    page.whenComplete(this::handle);
                } else {
                    page.whenCompleteAsync(
                            (response, failure) -> {
                                handle(response, failure);
                                proceed();
                            },
                            Continuations.executor());
                    return;
                }
            }
        }

        private CompletableFuture<R> call() {
            try {
                return listing.callAsync.apply(cursor.request());
            } catch (RuntimeException | Error e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private void handle(R response, @Nullable Throwable failure) {
            if (failure != null) {
                result.completeExceptionally(cursor.during(Futures.unwrap(failure)));
                return;
            }
            try {
                for (T item : cursor.accept(response)) {
                    if (result.isDone() || limit.isEnd(listed)) {
                        return;
                    }
                    limit.check(listed, listing.operation);
                    action.accept(item);
                    listed++;
                }
            } catch (Throwable e) {
                // An action in Kotlin throws checked exceptions too.
                result.completeExceptionally(e);
            }
        }

        private void cancelCall() {
            CompletableFuture<R> page = called;
            if (page != null) {
                page.cancel(true);
            }
        }
    }
}

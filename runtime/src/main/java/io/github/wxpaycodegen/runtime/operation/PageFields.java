package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.message.Message;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request and its response that lead to further pages. Created by generated code. Immutable.
 *
 * @param <Q> the request
 * @param <R> the response
 * @param <T> an item
 */
public final class PageFields<Q, R, T> {
    /** Meaning of the request field that selects a page. */
    enum Kind {
        OFFSET,
        PAGE,
        TOKEN
    }

    private final Kind kind;
    private final String name;
    private final long first;
    private final Function<Q, @Nullable Object> at;
    private final BiFunction<Q, Object, Q> moved;
    private final String list;
    private final Function<R, @Nullable List<T>> items;
    private final Function<R, @Nullable Object> end;

    private PageFields(
            Kind kind,
            String name,
            long first,
            Function<Q, @Nullable Object> at,
            BiFunction<Q, Object, Q> moved,
            String list,
            Function<R, @Nullable List<T>> items,
            Function<R, @Nullable Object> end) {
        this.kind = kind;
        this.name = Objects.requireNonNull(name, "name");
        this.first = first;
        this.at = at;
        this.moved = moved;
        this.list = Objects.requireNonNull(list, "list");
        this.items = Objects.requireNonNull(items, "items");
        this.end = end;
    }

    /**
     * Returns the fields of a query whose request contains the offset of the page.
     *
     * @param name the wire name of the offset
     * @param first the offset of the first item: 0 or 1
     * @param at returns the offset of a request
     * @param moved returns the request with another offset
     * @param list the wire name of the items
     * @param items returns the items of a page
     */
    public static <Q, R, T> PageFields<Q, R, T> byOffset(
            String name,
            long first,
            Function<Q, @Nullable Long> at,
            BiFunction<Q, Long, Q> moved,
            String list,
            Function<R, @Nullable List<T>> items) {
        return byNumber(Kind.OFFSET, name, first, at, moved, list, items);
    }

    /**
     * Returns the fields of a query whose request contains a page number.
     *
     * @param name the wire name of the page number
     * @param first the number of the first page: 0 or 1
     * @param at returns the page number of a request
     * @param moved returns the request with another page number
     * @param list the wire name of the items
     * @param items returns the items of a page
     */
    public static <Q, R, T> PageFields<Q, R, T> byPage(
            String name,
            long first,
            Function<Q, @Nullable Long> at,
            BiFunction<Q, Long, Q> moved,
            String list,
            Function<R, @Nullable List<T>> items) {
        return byNumber(Kind.PAGE, name, first, at, moved, list, items);
    }

    private static <Q, R, T> PageFields<Q, R, T> byNumber(
            Kind kind,
            String name,
            long first,
            Function<Q, @Nullable Long> at,
            BiFunction<Q, Long, Q> moved,
            String list,
            Function<R, @Nullable List<T>> items) {
        return new PageFields<>(
                kind,
                name,
                first,
                at::apply,
                (request, value) -> moved.apply(request, (Long) value),
                list,
                items,
                response -> null);
    }

    /**
     * Returns the fields of a query whose request contains a token from the previous page.
     *
     * @param name the wire name of the token in the request
     * @param at returns the token of a request
     * @param moved returns the request with another token
     * @param list the wire name of the items
     * @param items returns the items of a page
     * @param next returns the token of the next page; null or empty on the last page
     */
    public static <Q, R, T> PageFields<Q, R, T> byToken(
            String name,
            Function<Q, @Nullable String> at,
            BiFunction<Q, String, Q> moved,
            String list,
            Function<R, @Nullable List<T>> items,
            Function<R, @Nullable String> next) {
        return new PageFields<>(
                Kind.TOKEN,
                name,
                0,
                at::apply,
                (request, value) -> moved.apply(request, (String) value),
                list,
                items,
                next::apply);
    }

    /** Returns the same fields, for a query whose response contains the total number of items. */
    public PageFields<Q, R, T> total(Function<R, @Nullable Long> total) {
        if (kind == Kind.TOKEN) {
            throw new IllegalStateException("a list by tokens ends with the page without a token: do not set a total");
        }
        return new PageFields<>(kind, name, first, at, moved, list, items, total::apply);
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    long first() {
        return first;
    }

    /** Returns the position that a request selects; null if it selects none. */
    @Nullable
    Object at(Q request) {
        return at.apply(request);
    }

    /**
     * Checks that a request does not select a page before the first.
     *
     * @throws InvalidRequestException if it does
     */
    void requireStart(Q request, OperationInfo operation) {
        if (kind != Kind.TOKEN && at(request) instanceof Long start && start < first) {
            InvalidRequestException invalid = InvalidRequestException.builder("The request of " + operation.id())
                    .problem(name + " must be at least " + first + " (was " + start + ")")
                    .build();
            FailureDetails.during(invalid, operation);
            throw invalid;
        }
    }

    Q moved(Q request, Object to) {
        return moved.apply(request, to);
    }

    List<T> items(R response) {
        List<T> read = items.apply(response);
        return read == null ? List.of() : read;
    }

    /** Returns the wire name of a list that the response has, but not of the declared type; null if there is none. */
    @Nullable
    String unreadable(R response) {
        boolean isUnread = items.apply(response) == null
                && response instanceof Message message
                && message.unknownFields().names().contains(list);
        return isUnread ? list : null;
    }

    /** Returns the total number of items, or the next token; null if the response does not contain it. */
    @Nullable
    Object end(R response) {
        return end.apply(response);
    }
}

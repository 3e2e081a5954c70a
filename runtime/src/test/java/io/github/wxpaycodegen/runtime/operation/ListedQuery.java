package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A made-up query whose gateway is a map of pages, for tests of its listings. */
abstract class ListedQuery {
    static final OperationInfo OPERATION = new OperationInfo(HttpMethod.GET, "/v3/refunds", "查询所有退款");

    final List<Query> calls = new ArrayList<>();
    final Map<Object, Page> pages = new HashMap<>();

    /** A request: where it begins, as a number or a token. */
    record Query(@Nullable Long number, @Nullable String token) {}

    /** A response. */
    record Page(
            @Nullable List<String> items,
            @Nullable Long total,
            @Nullable String next) {}

    Pages<String> endless() {
        return Pages.of(
                OPERATION,
                query -> new Page(numbers(query.number(), 1), null, null),
                query -> CompletableFuture.completedFuture(new Page(numbers(query.number(), 1), null, null)),
                offset(0),
                at(null));
    }

    static List<String> numbers(@Nullable Long first, int count) {
        int from = first == null ? 0 : first.intValue();
        return IntStream.range(from, from + count).mapToObj(Integer::toString).toList();
    }

    void offsets(@Nullable Long total, String... texts) {
        long offset = 0;
        for (String text : texts) {
            Page page = page(total, text);
            pages.put(offset, page);
            offset += page.items().size();
        }
    }

    static Page page(@Nullable Long total, String text) {
        return new Page(text.isEmpty() ? List.of() : Arrays.asList(text.split(" ")), total, null);
    }

    Pages<String> byOffset() {
        return byOffset(at(null));
    }

    Pages<String> byOffset(Query query) {
        return Pages.of(OPERATION, this::call, this::callAsync, offset(0), query);
    }

    Pages<String> byPage(Query query) {
        PageFields<Query, Page, String> fields = PageFields.<Query, Page, String>byPage(
                        "page_index", 1, Query::number, (request, to) -> at(to), "data", Page::items)
                .total(Page::total);
        return Pages.of(OPERATION, this::call, this::callAsync, fields, query);
    }

    Pages<String> byToken() {
        return Pages.of(OPERATION, this::call, this::callAsync, token(), new Query(null, null));
    }

    static PageFields<Query, Page, String> token() {
        return PageFields.byToken(
                "page_token", Query::token, (request, to) -> new Query(null, to), "data", Page::items, Page::next);
    }

    static PageFields<Query, Page, String> offset(long first) {
        return PageFields.<Query, Page, String>byOffset(
                        "offset", first, Query::number, (request, to) -> at(to), "data", Page::items)
                .total(Page::total);
    }

    static Query at(@Nullable Number number) {
        return new Query(number == null ? null : Long.valueOf(number.longValue()), null);
    }

    Page call(Query query) {
        calls.add(query);
        Object at = query.number() != null ? query.number() : query.token() == null ? "" : query.token();
        Page page = pages.get(at);
        if (page == null) {
            throw TransportException.builder(Outcome.UNKNOWN).build();
        }
        return page;
    }

    CompletableFuture<Page> callAsync(Query query) {
        try {
            return CompletableFuture.completedFuture(call(query));
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}

package io.github.wxpaycodegen.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.ReceivedMessage;
import io.github.wxpaycodegen.runtime.message.UnknownFields;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings of a made-up query, whose gateway is a function. */
class PagesTest {
    private static final OperationInfo OPERATION = new OperationInfo(HttpMethod.GET, "/v3/refunds", "查询所有退款");

    private final List<Query> calls = new ArrayList<>();
    private final Map<Object, Page> pages = new HashMap<>();

    /** A request: where it begins, as a number or a token. */
    private record Query(@Nullable Long number, @Nullable String token) {}

    /** A response. */
    private record Page(
            @Nullable List<String> items,
            @Nullable Long total,
            @Nullable String next) {}

    @Test
    void makesNoCallBeforeFirstItem() {
        offsets(4L, "a b", "c d");

        Iterator<String> items = byOffset().iterator();
        assertThat(calls).isEmpty();
        assertThat(items.next()).isEqualTo("a");
        assertThat(items.next()).isEqualTo("b");
        assertThat(calls).containsExactly(at(0));
        assertThat(items.next()).isEqualTo("c");
        assertThat(calls).containsExactly(at(0), at(2));
    }

    @Test
    void totalEndsListingWithoutFurtherCall() {
        offsets(3L, "a b", "c");

        assertThat(byOffset()).containsExactly("a", "b", "c");
        assertThat(calls).containsExactly(at(0), at(2));
    }

    @Test
    void shortPageDoesNotEndListing() {
        offsets(6L, "a b", "c", "d e f");

        assertThat(byOffset()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void emptyPageEndsListingWithoutTotal() {
        offsets(null, "a b", "c", "");

        assertThat(byOffset()).containsExactly("a", "b", "c");
        assertThat(calls).containsExactly(at(0), at(2), at(3));
    }

    @Test
    void emptyPageEndsListingBeforeTotal() {
        offsets(9L, "a b", "");

        assertThat(byOffset()).containsExactly("a", "b");
    }

    /** Several queries report the total with the first page only; what the later pages say is not documented. */
    @Test
    void totalOfZeroOnALaterPageEndsNothing() {
        pages.put(0L, page(5L, "a b"));
        pages.put(2L, page(0L, "c d"));
        pages.put(4L, page(0L, "e"));
        pages.put(5L, page(0L, ""));

        assertThat(byOffset()).containsExactly("a", "b", "c", "d", "e");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void checkedExceptionOfTheActionEndsListing(boolean atOnce) {
        offsets(4L, "a b", "c d");
        Pages<String> listing = Pages.of(
                OPERATION,
                this::call,
                atOnce ? this::callAsync : query -> CompletableFuture.supplyAsync(() -> call(query)),
                offset(0),
                at(null));

        CompletableFuture<Long> handled = listing.forEachAsync(item -> {
            PagesTest.<RuntimeException>throwUnchecked(new IOException("the disk is full"));
        });

        assertThat(handled)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
        assertThat(calls).hasSize(1);
    }

    @SuppressWarnings("unchecked") // Kotlin throws checked exceptions like this.
    private static <E extends Throwable> void throwUnchecked(Throwable exception) throws E {
        throw (E) exception;
    }

    @Test
    void responseWithoutListIsEmptyPage() {
        pages.put(0L, new Page(null, null, null));

        assertThat(byOffset()).isEmpty();
    }

    @Test
    void listingStartsAtPageOfRequest() {
        offsets(5L, "a b", "c d", "e");

        assertThat(byOffset(at(2))).containsExactly("c", "d", "e");
        assertThat(calls).containsExactly(at(2), at(4));
    }

    @Test
    void offsetsMayStartWithOne() {
        pages.put(1L, new Page(List.of("a", "b"), 3L, null));
        pages.put(3L, new Page(List.of("c"), 3L, null));

        assertThat(Pages.of(OPERATION, this::call, this::callAsync, offset(1), at(null)))
                .containsExactly("a", "b", "c");
    }

    @Test
    void pageNumbersCountOneByOne() {
        pages.put(1L, page(5L, "a b"));
        pages.put(2L, page(5L, "c d"));
        pages.put(3L, page(5L, "e"));

        assertThat(byPage(at(null))).containsExactly("a", "b", "c", "d", "e");
        assertThat(calls).containsExactly(at(1), at(2), at(3));
    }

    @Test
    void laterPageNumberEndsWithEmptyPage() {
        pages.put(2L, page(3L, "c d"));
        pages.put(3L, page(3L, "e"));
        pages.put(4L, page(3L, ""));

        assertThat(byPage(at(2))).containsExactly("c", "d", "e");
    }

    @Test
    void lastPageHasNoToken() {
        pages.put("", new Page(List.of("a"), null, "t1"));
        pages.put("t1", new Page(List.of(), null, "t2"));
        pages.put("t2", new Page(List.of("b"), null, ""));

        assertThat(byToken()).containsExactly("a", "b");
    }

    @Test
    void rejectsListOfAnotherType() {
        PageFields<Query, Texts, String> fields =
                PageFields.byOffset("offset", 0, Query::number, (request, to) -> at(to), "data", Texts::data);
        Texts unreadable =
                new Texts(FieldReader.received(Map.of("data", List.of("a", Map.of("id", "b"))), text -> text));
        Pages<String> listing = Pages.of(
                OPERATION,
                query -> unreadable,
                query -> CompletableFuture.completedFuture(unreadable),
                fields,
                at(null));

        assertThatThrownBy(() -> listing.forEach(item -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("data is not a list of the expected type");
    }

    @Test
    void rejectsRepeatedToken() {
        pages.put("", new Page(List.of("a"), null, "t1"));
        pages.put("t1", new Page(List.of("b"), null, "t1"));

        assertThatThrownBy(() -> byToken().forEach(item -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("the page contains its own token as that of the next page");
    }

    @Test
    void rejectsRepeatedPage() {
        offsets(9L, "a b", "a b");
        List<String> listed = new ArrayList<>();

        InvalidResponseException refused = catchThrowableOfType(
                InvalidResponseException.class, () -> byOffset().forEach(listed::add));

        assertThat(refused)
                .hasMessage("/v3/refunds: the page has the same items as the previous page. Items would be missing or"
                        + " repeated: query each page yourself, and compare them. offset was 2 (page 2)");
        assertThat(refused.operation()).isEqualTo(OPERATION);
        assertThat(listed).containsExactly("a", "b");
    }

    @Test
    void rejectsOffsetMistakenForPageNumber() {
        pages.put(1L, page(9L, "a b c"));
        pages.put(2L, page(9L, "b c d"));

        assertThatThrownBy(() -> byPage(at(null)).forEach(item -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining(
                        "the page begins with the second item of the previous page, as if page_index counted items");
    }

    @Test
    void rejectsStartBeforeFirstPage() {
        assertThatThrownBy(() -> byOffset(at(-1)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("The request of /v3/refunds cannot be sent:\n  - offset must be at least 0 (was -1)");
        assertThatThrownBy(() -> byPage(at(0))).hasMessageContaining("page_index must be at least 1 (was 0)");
        assertThat(calls).isEmpty();
    }

    @Test
    void rejectsEmptyFirstPageDespiteTotal() {
        offsets(3L, "");

        assertThatThrownBy(() -> byOffset().iterator().next())
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("the page has no items although the response reports 3");
    }

    @Test
    void nextThrowsFailureWithPageNumber() {
        offsets(4L, "a b");
        Iterator<String> items = byOffset().iterator();
        items.next();
        items.next();

        assertThat(items.hasNext()).isTrue();
        assertThat(items.hasNext()).isTrue();
        assertThatThrownBy(items::next)
                .isInstanceOf(TransportException.class)
                .hasMessage("no complete response in time (page 2)");
        assertThat(calls).containsExactly(at(0), at(2));
    }

    @Test
    void nextRepeatsFailedCall() {
        offsets(4L, "a b");
        Iterator<String> items = byOffset().iterator();
        items.next();
        items.next();
        assertThatThrownBy(items::next).isInstanceOf(TransportException.class);

        offsets(4L, "a b", "c d");
        assertThat(items.next()).isEqualTo("c");
        assertThat(items.next()).isEqualTo("d");
        assertThat(items.hasNext()).isFalse();
    }

    @Test
    void invalidPageRequestKeepsEarlierItems() {
        offsets(9L, "a b");
        PageFields<Query, Page, String> limited = PageFields.<Query, Page, String>byOffset(
                        "offset", 0, Query::number, PagesTest::upToOne, "data", Page::items)
                .total(Page::total);
        List<String> listed = new ArrayList<>();

        assertThatThrownBy(() -> Pages.of(OPERATION, this::call, this::callAsync, limited, at(null))
                        .forEach(listed::add))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(listed).containsExactly("a", "b");
    }

    @Test
    void nextFailsAfterLastItem() {
        offsets(1L, "a");
        Iterator<String> items = byOffset().iterator();
        items.next();

        assertThatThrownBy(items::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the list has ended after 1 items");
    }

    @Test
    void maxItemsEndsListingWithoutFurtherCall() {
        offsets(9L, "a b", "c d");

        assertThat(byOffset().maxItems(2)).containsExactly("a", "b");
        assertThat(calls).containsExactly(at(0));
        assertThat(byOffset().maxItems(3)).containsExactly("a", "b", "c");
    }

    @Test
    void maxItemsIsPositive() {
        assertThatThrownBy(() -> byOffset().maxItems(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxItems must be at least 1 (was 0)");
    }

    @Test
    void endlessListingFailsAfterDefaultLimit() {
        List<String> listed = new ArrayList<>();

        assertThatThrownBy(() -> endless().forEach(listed::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("/v3/refunds: the list has more than 10000 items. Set maxItems(...)");
        assertThat(listed).hasSize(10_000);
        assertThat(endless().maxItems(10_001)).hasSize(10_001);
    }

    @Test
    void listingOfExactlyTheDefaultLimitEnds() {
        pages.put(0L, new Page(numbers(0L, 10_000), 10_000L, null));

        assertThat(byOffset()).hasSize(10_000);
    }

    @Test
    void eachIteratorStartsWithFirstPage() {
        offsets(3L, "a b", "c");
        Pages<String> items = byOffset();

        assertThat(items).hasSize(3);
        assertThat(items).hasSize(3);
        assertThat(calls).hasSize(4);
    }

    @Test
    void streamCallsOnlyNeededPages() {
        offsets(9L, "a b", "c d");

        assertThat(byOffset().stream().filter(item -> !item.equals("a")).findFirst())
                .contains("b");
        assertThat(calls).containsExactly(at(0));
        assertThat(byOffset().stream().limit(3)).containsExactly("a", "b", "c");
    }

    @Test
    void asyncListingCompletesWithTheCount() {
        offsets(3L, "a b", "c");
        List<String> listed = new ArrayList<>();

        assertThat(byOffset().forEachAsync(listed::add).join()).isEqualTo(3);
        assertThat(listed).containsExactly("a", "b", "c");
        assertThat(byOffset().maxItems(1).forEachAsync(listed::add).join()).isOne();
    }

    @Test
    void asyncListingFailsWithThePage() {
        offsets(4L, "a b");

        assertThatThrownBy(() -> byOffset().forEachAsync(item -> {}).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(TransportException.class)
                .hasMessage("no complete response in time (page 2)");
    }

    @Test
    void asyncListingFailsWithTheExceptionOfTheAction() {
        offsets(4L, "a b", "c d");
        IllegalArgumentException thrown = new IllegalArgumentException("no");

        assertThat(byOffset().forEachAsync(item -> {
                    throw thrown;
                }))
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isSameAs(thrown);
        assertThat(calls).containsExactly(at(0));
    }

    @Test
    void asyncListingOfManyPagesDoesNotOverflowStack() {
        assertThat(endless().maxItems(10_000).forEachAsync(item -> {}).join()).isEqualTo(10_000);
    }

    @Test
    void asyncListingWaitsForEachPage() throws Exception {
        offsets(4L, "a b", "c d");
        List<CompletableFuture<Page>> responses = new ArrayList<>();
        CountDownLatch second = new CountDownLatch(1);
        List<String> listed = new ArrayList<>();
        CompletableFuture<Long> done = Pages.of(
                        OPERATION,
                        this::call,
                        query -> {
                            responses.add(new CompletableFuture<>());
                            if (responses.size() == 2) {
                                second.countDown();
                            }
                            return responses.get(responses.size() - 1);
                        },
                        offset(0),
                        at(null))
                .forEachAsync(listed::add);

        assertThat(responses).hasSize(1);
        responses.get(0).complete(pages.get(0L));
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(listed).containsExactly("a", "b");
        responses.get(1).complete(pages.get(2L));
        assertThat(done.get(10, TimeUnit.SECONDS)).isEqualTo(4);
        assertThat(listed).containsExactly("a", "b", "c", "d");
    }

    @Test
    void cancelingCancelsTheCallOfThePage() {
        CompletableFuture<Page> never = new CompletableFuture<>();
        CompletableFuture<Long> listing = Pages.of(OPERATION, this::call, query -> never, offset(0), at(null))
                .forEachAsync(item -> {});

        assertThat(listing.cancel(true)).isTrue();
        assertThat(never).isCancelled();
    }

    @Test
    void cancelingWithinTheActionEndsTheListing() {
        offsets(4L, "a b", "c d");
        CompletableFuture<Page> first = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<Long>> self = new CompletableFuture<>();
        CompletableFuture<Void> handled = new CompletableFuture<>();
        List<String> listed = new ArrayList<>();
        self.complete(Pages.of(OPERATION, this::call, query -> first, offset(0), at(null))
                .forEachAsync(item -> {
                    listed.add(item);
                    self.join().cancel(true);
                    handled.complete(null);
                }));

        first.complete(pages.get(0L));
        handled.join();
        assertThat(self.join()).isCancelled();
        assertThat(listed).containsExactly("a");
    }

    @Test
    void reportsFailureOfFutureThatThrowsImmediately() {
        Pages<String> items = Pages.of(
                OPERATION,
                this::call,
                query -> {
                    throw TransportException.builder(Outcome.NOT_SENT).build();
                },
                offset(0),
                at(null));

        assertThat(items.forEachAsync(item -> {}))
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("(page 1)");
    }

    @Test
    void itemsForTestsAreHandledOnTheCallingThread() {
        List<Thread> threads = new ArrayList<>();

        assertThat(Pages.ofItems(List.of("a")).forEachAsync(item -> threads.add(Thread.currentThread())))
                .isCompletedWithValue(1L);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void itemsForTestsAreListedWithoutCalls() {
        Pages<String> items = Pages.ofItems(List.of("a", "b", "c"));

        assertThat(items).containsExactly("a", "b", "c");
        assertThat(items.maxItems(2).stream()).containsExactly("a", "b");
        assertThat(items.forEachAsync(item -> {}).join()).isEqualTo(3);
        assertThat(Pages.ofItems(List.of())).isEmpty();
    }

    @Test
    void totalDoesNotApplyToTokens() {
        PageFields<Query, Page, String> token = token();

        assertThatThrownBy(() -> token.total(Page::total)).isInstanceOf(IllegalStateException.class);
    }

    private static Query upToOne(Query query, Long to) {
        if (to > 1) {
            throw new IllegalArgumentException("offset must be at most 1 (was " + to + ")");
        }
        return at(to);
    }

    private Pages<String> endless() {
        return Pages.of(
                OPERATION,
                query -> new Page(numbers(query.number(), 1), null, null),
                query -> CompletableFuture.completedFuture(new Page(numbers(query.number(), 1), null, null)),
                offset(0),
                at(null));
    }

    private static List<String> numbers(@Nullable Long first, int count) {
        int from = first == null ? 0 : first.intValue();
        return IntStream.range(from, from + count).mapToObj(Integer::toString).toList();
    }

    private void offsets(@Nullable Long total, String... texts) {
        long offset = 0;
        for (String text : texts) {
            Page page = page(total, text);
            pages.put(offset, page);
            offset += page.items().size();
        }
    }

    private static Page page(@Nullable Long total, String text) {
        return new Page(text.isEmpty() ? List.of() : Arrays.asList(text.split(" ")), total, null);
    }

    private Pages<String> byOffset() {
        return byOffset(at(null));
    }

    private Pages<String> byOffset(Query query) {
        return Pages.of(OPERATION, this::call, this::callAsync, offset(0), query);
    }

    private Pages<String> byPage(Query query) {
        PageFields<Query, Page, String> fields = PageFields.<Query, Page, String>byPage(
                        "page_index", 1, Query::number, (request, to) -> at(to), "data", Page::items)
                .total(Page::total);
        return Pages.of(OPERATION, this::call, this::callAsync, fields, query);
    }

    private Pages<String> byToken() {
        return Pages.of(OPERATION, this::call, this::callAsync, token(), new Query(null, null));
    }

    private static PageFields<Query, Page, String> token() {
        return PageFields.byToken(
                "page_token", Query::token, (request, to) -> new Query(null, to), "data", Page::items, Page::next);
    }

    private static PageFields<Query, Page, String> offset(long first) {
        return PageFields.<Query, Page, String>byOffset(
                        "offset", first, Query::number, (request, to) -> at(to), "data", Page::items)
                .total(Page::total);
    }

    private static Query at(@Nullable Number number) {
        return new Query(number == null ? null : Long.valueOf(number.longValue()), null);
    }

    private Page call(Query query) {
        calls.add(query);
        Object at = query.number() != null ? query.number() : query.token() == null ? "" : query.token();
        Page page = pages.get(at);
        if (page == null) {
            throw TransportException.builder(Outcome.UNKNOWN).build();
        }
        return page;
    }

    private CompletableFuture<Page> callAsync(Query query) {
        try {
            return CompletableFuture.completedFuture(call(query));
        } catch (TransportException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A response whose list may have another type than the spec declares. */
    private static final class Texts extends ReceivedMessage {
        private final @Nullable List<String> data;
        private final UnknownFields unknownFields;

        Texts(FieldReader in) {
            data = in.strings("data");
            unknownFields = unknownFields(in);
        }

        @Nullable
        List<String> data() {
            return data;
        }

        @Override
        public UnknownFields unknownFields() {
            return unknownFields;
        }

        @Override
        protected void writeFields(FieldWriter out) {
            out.strings("data", data);
        }
    }
}

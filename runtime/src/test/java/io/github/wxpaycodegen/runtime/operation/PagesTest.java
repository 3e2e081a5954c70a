package io.github.wxpaycodegen.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.ReceivedMessage;
import io.github.wxpaycodegen.runtime.message.UnknownFields;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings of a made-up query. */
class PagesTest extends ListedQuery {
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
                .failsWithin(Duration.ofMinutes(5))
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
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.operation())
                        .isEqualTo(OPERATION))
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

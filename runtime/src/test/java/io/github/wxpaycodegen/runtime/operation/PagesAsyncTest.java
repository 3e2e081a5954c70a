package io.github.wxpaycodegen.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Asynchronous listings of a made-up query. */
class PagesAsyncTest extends ListedQuery {
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
                .failsWithin(5, TimeUnit.MINUTES)
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
        assertThat(second.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(listed).containsExactly("a", "b");
        responses.get(1).complete(pages.get(2L));
        assertThat(done.get(5, TimeUnit.MINUTES)).isEqualTo(4);
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
                .failsWithin(5, TimeUnit.MINUTES)
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
}

package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads to a drive that does not respond. The JVM has one timer thread, for the deadlines of all libraries. */
class StalledDownloadsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String URL = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=a";

    @TempDir
    Path folder;

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void deadlineDoesNotWaitForTheDisk() throws Exception {
        try (StallingDisk disk = StallingDisk.of(folder, StallingDisk.Stall.DELETE)) {
            gateway.answerLater();

            CompletableFuture<SavedFile> download = download(disk, Duration.ofMillis(200));

            assertThat(download)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(TransportException.class);
            disk.awaitStall();
            assertOtherDeadlinesAreNoticed();
            assertThat(names()).as("the disk has not deleted it").hasSize(1);
        }
        awaitNames();
    }

    @Test
    void cancelingDoesNotWaitForTheDisk() throws Exception {
        try (StallingDisk disk = StallingDisk.of(folder, StallingDisk.Stall.DELETE)) {
            gateway.answerLater();

            CompletableFuture<SavedFile> download = download(disk, PATIENCE);

            assertThat(CompletableFuture.supplyAsync(() -> download.cancel(true), StalledDownloadsTest::onNewThread))
                    .succeedsWithin(PATIENCE);
            disk.awaitStall();
            assertThat(names()).as("the disk has not deleted it").hasSize(1);
        }
        awaitNames();
    }

    @Test
    void fileAppearsWholeAfterTheDeadline() throws Exception {
        try (StallingDisk disk = StallingDisk.of(folder, StallingDisk.Stall.LINK)) {
            CompletableFuture<SavedFile> download = downloadUntilMove(disk, Duration.ofSeconds(1));

            assertThat(download)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(TransportException.class);
            assertOtherDeadlinesAreNoticed();
            assertThat(names()).as("not there yet").isNotEmpty().doesNotContain("bill.csv");
        }
        awaitNames("bill.csv");
        assertThat(folder.resolve("bill.csv")).hasContent("whole");
    }

    /** Gives the download more time until the file is there before the deadline, however busy the machine is. */
    private CompletableFuture<SavedFile> downloadUntilMove(StallingDisk disk, Duration timeout) throws Exception {
        gateway.answerFile(200, "whole".getBytes(StandardCharsets.UTF_8));
        CompletableFuture<SavedFile> download = download(disk, timeout);
        CompletableFuture<Void> moving =
                CompletableFuture.runAsync(disk::awaitStall, StalledDownloadsTest::onNewThread);
        CompletableFuture.anyOf(download.handle((saved, failure) -> null), moving)
                .get();
        return moving.isDone() ? download : downloadUntilMove(disk, timeout.multipliedBy(2));
    }

    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private CompletableFuture<SavedFile> download(StallingDisk disk, Duration timeout) {
        return gateway.client()
                .context()
                .with(options -> options.timeout(timeout))
                .downloads()
                .fetchAsync(FileLink.of(URL), disk.on(folder.resolve("bill.csv")));
    }

    private static void assertOtherDeadlinesAreNoticed() {
        assertThat(new CompletableFuture<Void>().orTimeout(1, TimeUnit.MILLISECONDS))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);
    }

    private void awaitNames(String... expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!names().equals(List.of(expected)) && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(names()).containsExactly(expected);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

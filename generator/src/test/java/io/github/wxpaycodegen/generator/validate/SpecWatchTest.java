package io.github.wxpaycodegen.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class SpecWatchTest {
    private static final Duration QUIET = Duration.ofMillis(50);

    @TempDir
    private Path root;

    @Test
    void noticesChangesInNewFolders() throws Exception {
        try (SpecWatch watch = new SpecWatch(root, QUIET)) {
            Path folder = Files.createDirectories(root.resolve("v3/pay"));
            watch.awaitChange();
            Files.writeString(folder.resolve("a.yaml"), "uri: v3/pay/a");
            watch.awaitChange();
            Files.delete(folder.resolve("a.yaml"));
            watch.awaitChange();
        }
    }

    @Test
    void endsOnInterrupt() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try (SpecWatch watch = new SpecWatch(root, QUIET)) {
                watch.awaitChange();
            } catch (InterruptedException | IOException e) {
                end.complete(e);
            }
        });
        thread.start();
        thread.interrupt();

        assertThat(get(end)).isInstanceOf(InterruptedException.class);
        thread.join();
    }

    @Test
    void needsDirectory() {
        assertThatThrownBy(() -> new SpecWatch(root.resolve("nix"), QUIET).close())
                .isInstanceOf(NoSuchFileException.class);
    }

    private static Throwable get(CompletableFuture<Throwable> future) throws InterruptedException, ExecutionException {
        try {
            return future.get(5, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new AssertionError("the watch did not end", e);
        }
    }
}

package io.github.wxpaycodegen.generator.validate;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Watches a directory of specs, with all folders below it. It may be deleted and created again meanwhile. */
public final class SpecWatch implements AutoCloseable {
    private final Path directory;
    private final Duration quiet;
    private final WatchService watcher;
    /** True if all folders are watched; false if the directory does not exist or could not be read. */
    private boolean complete = true;

    /**
     * Starts watching.
     *
     * @param quiet how long nothing must change before a change is reported, because an editor writes a file in
     *     several steps
     * @throws IOException if the directory cannot be watched
     */
    public SpecWatch(Path directory, Duration quiet) throws IOException {
        this.directory = directory;
        this.quiet = quiet;
        this.watcher = directory.getFileSystem().newWatchService();
        try {
            register();
        } catch (IOException e) {
            watcher.close();
            throw e;
        }
    }

    /**
     * Waits for a change, and then until nothing has changed for a while. That the directory disappears or comes back is a
     * change too.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the watch
     * @throws IOException if the directory can no longer be watched, for instance because the system watches too many
     */
    public void awaitChange() throws InterruptedException, IOException {
        WatchKey key = nextKey();
        do {
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
            // A new folder may already have files by now; they are read with all others.
            registerIfPossible();
            key = watcher.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        } while (key != null);
    }

    /** Returns the next key; null if the directory came or went without an event, which no file system promises. */
    private @Nullable WatchKey nextKey() throws InterruptedException, IOException {
        WatchKey key = watcher.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        while (key == null) {
            boolean was = complete;
            if (!was) {
                registerIfPossible();
            } else if (!Files.isDirectory(directory)) {
                complete = false;
            }
            if (was != complete) {
                return null;
            }
            key = watcher.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        }
        return key;
    }

    private void registerIfPossible() throws IOException {
        try {
            register();
            complete = true;
        } catch (FileSystemException e) {
            // About one file: a folder was deleted meanwhile, or a link leads in circles; nextKey tries again.
            complete = false;
        }
    }

    /** Registers all folders; one that is registered already remains so. */
    private void register() throws IOException {
        try (Stream<Path> paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            for (Path folder : paths.filter(Files::isDirectory).toList()) {
                folder.register(watcher, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}

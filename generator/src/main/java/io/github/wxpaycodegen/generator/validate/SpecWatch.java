package io.github.wxpaycodegen.generator.validate;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Watches a directory of specs, with all folders below it. */
public final class SpecWatch implements AutoCloseable {
    private final Path directory;
    private final Duration quiet;
    private final WatchService watcher;

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
     * Waits for a change, and then until nothing has changed for a while.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the watch
     * @throws IOException if a new folder cannot be watched
     */
    public void awaitChange() throws InterruptedException, IOException {
        WatchKey key = watcher.take();
        while (key != null) {
            key.pollEvents();
            key.reset();
            // A new folder may already have files by now; they are read with all others.
            register();
            key = watcher.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Registers all folders; one that is registered already remains so. */
    private void register() throws IOException {
        try (Stream<Path> paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            for (Path folder : paths.filter(Files::isDirectory).toList()) {
                folder.register(watcher, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}

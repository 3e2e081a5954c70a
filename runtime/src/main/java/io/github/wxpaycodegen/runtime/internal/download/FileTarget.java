package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The target of a download.
 *
 * @param path absolute
 * @param replace true if an existing file is replaced
 * @param gunzip true if gzip is stored decompressed
 * @param maxBytes the maximum number of bytes of the file, both as received and decompressed
 */
public record FileTarget(Path path, boolean replace, boolean gunzip, long maxBytes) {
    /** Creates a target, and makes the path absolute. */
    public FileTarget(Path path, boolean replace, boolean gunzip, long maxBytes) {
        this.path = path.toAbsolutePath();
        this.replace = replace;
        this.gunzip = gunzip;
        this.maxBytes = maxBytes;
    }

    /**
     * Checks that the target can be written, before anything is sent.
     *
     * @throws FileException if it cannot
     */
    public void check() {
        if (path.getFileName() == null || !Files.isDirectory(directory())) {
            throw refused(directory() + " is not a directory", null);
        }
        if (Files.isDirectory(path)) {
            throw refused(path + " is a directory", null);
        }
        if (!replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(path + " exists: name another file, or call with(o -> o.replaceFile(true))", null);
        }
    }

    /**
     * Returns the directory of the target. Parts are written there, so that an atomic move within the file system
     * suffices.
     */
    Path directory() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    FileException refused(String why, @Nullable IOException cause) {
        return FileException.builder(Outcome.NOT_SENT)
                .message("the file was not downloaded: " + why + ". Nothing was sent.")
                .cause(cause)
                .build();
    }

    /** Moves a complete file to the target, atomically. */
    void put(Path whole) throws IOException {
        if (replace) {
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            putBesideNothing(whole);
        }
    }

    /** Creates a link, because a move would replace a file that was created in the meantime. */
    private void putBesideNothing(Path whole) throws IOException {
        try {
            Files.createLink(path, whole);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            // The file system has no links. The move checks for an existing file first, which is the best it offers.
            Files.move(whole, path);
            return;
        }
        Files.delete(whole);
    }

    /** Writes the directory to disk where the system allows it, so that the name survives a power failure. */
    void syncDirectory() {
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows cannot open directories, but its file systems journal names.
        }
    }
}

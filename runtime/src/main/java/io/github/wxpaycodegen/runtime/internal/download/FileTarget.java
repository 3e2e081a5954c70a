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
 * Where a file goes, and how.
 *
 * @param path absolute
 * @param replace whether a file that is there is replaced
 * @param gunzip whether gzip is stored unpacked
 * @param maxBytes the most bytes of the file, as it comes and unpacked
 */
public record FileTarget(Path path, boolean replace, boolean gunzip, long maxBytes) {
    /** Makes the path absolute. */
    public FileTarget(Path path, boolean replace, boolean gunzip, long maxBytes) {
        this.path = path.toAbsolutePath();
        this.replace = replace;
        this.gunzip = gunzip;
        this.maxBytes = maxBytes;
    }

    /** Refuses, before anything is sent, what cannot be written in the end. */
    public void check() {
        if (path.getFileName() == null || !Files.isDirectory(directory())) {
            throw refused(directory() + " is no directory", null);
        }
        if (Files.isDirectory(path)) {
            throw refused(path + " is a directory", null);
        }
        if (!replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(path + " exists: name another file, or call with(o -> o.replaceFile(true))", null);
        }
    }

    /** The folder of the target; parts are written there, so that one move within a file system puts them in place. */
    Path directory() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    FileException refused(String why, @Nullable IOException cause) {
        return new FileException(Outcome.NOT_SENT, "no file is downloaded: " + why + ". Nothing was sent.", cause);
    }

    /** Makes a whole file appear as the target, at once. */
    void put(Path whole) throws IOException {
        if (replace) {
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            putBesideNothing(whole);
        }
    }

    /** A move would replace what appeared there in the meantime; a link does not. */
    private void putBesideNothing(Path whole) throws IOException {
        try {
            Files.createLink(path, whole);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            // A file system without links: the move looks first, and that is as good as it gets there.
            Files.move(whole, path);
            return;
        }
        Files.delete(whole);
    }

    /** Writes the directory to disk, so that the name outlives a power failure, where the system allows it. */
    void syncDirectory() {
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows opens no directories; its file systems journal names by themselves.
        }
    }
}

package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.digest.FileDigests;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.function.Consumer;

/**
 * The files of one request, each read once: the digest is that of the very bytes that are sent, so a file that changes
 * meanwhile does no harm.
 */
public final class FileContents {
    /** Above what any operation takes; a file is in memory while it is sent. */
    public static final int LIMIT = 64 * 1024 * 1024;

    private final IdentityHashMap<UploadFile, byte[]> read = new IdentityHashMap<>();
    private final Consumer<String> problems;

    /** Problems begin with the name of the field that asked first. */
    public FileContents(Consumer<String> problems) {
        this.problems = problems;
    }

    /** Returns the content of a file, which must not be changed; empty where a problem was reported. */
    public byte[] of(String field, UploadFile file) {
        return read.computeIfAbsent(file, f -> read(field, f));
    }

    private byte[] read(String field, UploadFile file) {
        if (file.size() > LIMIT) {
            problems.accept(field + ": " + file + " is too large; at most " + LIMIT + " bytes can be uploaded");
            return new byte[0];
        }
        byte[] content;
        try (InputStream in = file.open()) {
            // One more than there should be tells that there is more.
            content = in.readNBytes((int) file.size() + 1);
        } catch (IOException e) {
            problems.accept(field + ": " + file + " cannot be read: " + e);
            return new byte[0];
        }
        if (content.length != file.size()) {
            String found = content.length > file.size() ? "more" : Integer.toString(content.length);
            problems.accept(field + ": " + file + " has changed: " + found + " bytes were read");
        }
        for (Digest algorithm : Digest.values()) {
            compare(field, file, content, algorithm);
        }
        return content;
    }

    private void compare(String field, UploadFile file, byte[] content, Digest algorithm) {
        String known = file.knownDigest(algorithm);
        if (known != null
                && !FileDigests.ifPossible(algorithm, content).orElse(known).equals(known)) {
            problems.accept(field + ": " + file + " has changed, or the digest given with it is not its own: its "
                    + algorithm.algorithm() + " is not " + known);
        }
    }
}

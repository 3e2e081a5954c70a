package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.digest.FileDigests;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.function.Consumer;

/**
 * The files of one request. Each is read once, so the digest covers exactly the bytes that are sent, even if the file
 * changes in the meantime.
 */
public final class FileContents {
    /** More than any operation accepts. Files are in memory while they are sent. */
    public static final int LIMIT = 64 * 1024 * 1024;

    private final IdentityHashMap<UploadFile, byte[]> read = new IdentityHashMap<>();
    private final Consumer<String> problems;

    /** Creates the files of a request. Problems name the field that first used the file. */
    public FileContents(Consumer<String> problems) {
        this.problems = problems;
    }

    /** Returns the content of a file, which callers must not change; empty if a problem was reported. */
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
            // One byte more than expected, to detect that the file has grown.
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
            problems.accept(field + ": " + file + " has changed, or the digest given for it is wrong: its "
                    + algorithm.algorithm() + " is not " + known);
        }
    }
}

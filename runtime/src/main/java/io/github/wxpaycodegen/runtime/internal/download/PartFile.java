package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being received: hidden next to its target, readable only by its owner, and deleted unless it becomes
 * the target.
 */
public final class PartFile implements BodySink {
    private static final int OK = 200;
    private static final String OVER = "the call has ended";
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path path;
    private final FileChannel channel;
    private final long limit;
    private volatile long size;
    private volatile boolean accepted;
    private volatile @Nullable IOException failure;
    private final Call call;
    private final Clock clock;
    private volatile @Nullable Instant headReceived;

    /** State shared by all parts of a call, and their lock: {@code over} is true once the call has ended. */
    private static final class Call {
        private volatile boolean over;
    }

    private PartFile(Call call, Clock clock, Path path, FileChannel channel, long limit) {
        this.call = call;
        this.clock = clock;
        this.path = path;
        this.channel = channel;
        this.limit = limit;
    }

    static PartFile beside(FileTarget target, Clock clock) throws IOException {
        return beside(target, new Call(), clock);
    }

    /**
     * Creates another part of the same call, for the converted content. It cannot become the target once this part is
     * discarded.
     */
    PartFile further(FileTarget target) throws IOException {
        if (call.over) {
            throw new IOException(OVER);
        }
        return beside(target, call, clock);
    }

    private static PartFile beside(FileTarget target, Call call, Clock clock) throws IOException {
        Path directory = target.directory();
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path path = Files.createTempFile(directory, ".wxpay-", ".part", attributes);
        try {
            return new PartFile(call, clock, path, FileChannel.open(path, StandardOpenOption.WRITE), target.maxBytes());
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /**
     * Accepts only status 200: 206 is a part of a file, 204 has no content, and 202 means that the file comes later.
     */
    @Override
    public boolean accepts(int status, Map<String, List<String>> headers) {
        headReceived = clock.instant();
        accepted = status == OK;
        return accepted;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        try {
            long next = size + bytes.remaining();
            if (next > limit) {
                throw new ResponseTooLargeException(limit);
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            size = next;
        } catch (IOException e) {
            // After the end of the call, the part is being discarded, which is not a failure of the disk.
            if (!call.over) {
                failure = e;
            }
            throw e;
        }
    }

    /** Returns a stream that writes to the part, within the limit. It need not be closed. */
    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                PartFile.this.write(ByteBuffer.wrap(bytes, offset, length));
            }
        };
    }

    /** Returns true if the body of the response was written here. */
    public boolean accepted() {
        return accepted;
    }

    /** Returns the failure to write; null if there was none. */
    @Nullable
    IOException failure() {
        return failure;
    }

    long size() {
        return size;
    }

    /** Returns the content. Reading fails once the part is discarded. */
    InputStream read() throws IOException {
        return new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (call.over) {
                    throw new IOException(OVER);
                }
                return super.read(bytes, offset, length);
            }
        };
    }

    /** Returns the first bytes, at most {@code count}. */
    public byte[] first(int count) throws IOException {
        try (InputStream in = read()) {
            return in.readNBytes(count);
        }
    }

    /** Returns the time at which the head of the response arrived; the current time if none arrived. */
    public Instant headReceived() {
        Instant received = headReceived;
        return received == null ? clock.instant() : received;
    }

    /**
     * Returns the content in memory.
     *
     * @throws VerificationException if it is larger than the limit, or cannot be read
     */
    public byte[] content(long limitInMemory) throws VerificationException {
        if (size > Math.min(limitInMemory, LONGEST_ARRAY)) {
            throw new VerificationException(
                    "it is signed as a whole, but is larger than the " + limitInMemory + " bytes of maxResponseBytes");
        }
        try {
            return first((int) size);
        } catch (IOException e) {
            throw new VerificationException("it cannot be read: " + ForeignText.sentence(e.toString()), e);
        }
    }

    /**
     * Returns the SHA-1 of the plain content in hex.
     *
     * @throws VerificationException if it cannot be read or decompressed
     */
    public String plainSha1() throws VerificationException {
        try (InputStream in = read()) {
            return PlainDigest.sha1(in, limit);
        } catch (IOException e) {
            throw new VerificationException("it cannot be read: " + ForeignText.sentence(e.toString()), e);
        }
    }

    /**
     * Moves the part to the target, unless the call has ended. A move that has begun goes on when the call ends, because
     * ending the call does not wait for the disk: the target is then complete, and written once.
     */
    void become(FileTarget target) throws IOException {
        channel.force(true);
        channel.close();
        synchronized (call) {
            if (call.over) {
                throw new IOException(OVER);
            }
            target.put(path);
        }
        target.syncDirectory();
    }

    /** Ends the call, without waiting for the disk. From now on, no part of the call begins to become the target. */
    void end() {
        call.over = true;
    }

    /**
     * Ends the call and deletes the part, after a move that has begun. Has no effect on a part that has become the
     * target. It waits for the disk, which may not respond.
     */
    void discard() {
        end();
        synchronized (call) {
            try {
                channel.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Nobody can act on this failure, and the name of the part shows what it is.
            }
        }
    }
}

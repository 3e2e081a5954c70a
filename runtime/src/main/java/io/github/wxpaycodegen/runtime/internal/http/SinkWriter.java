package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.internal.async.DaemonThreads;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a response to its sink, one piece at a time, on a thread that reads no connection: the threads that
 * do are shared by all clients, and a disk may not respond. The connection may send as many bytes as the sink has
 * written, beyond a small initial number, so a slow disk slows the sender down and fills no memory.
 */
final class SinkWriter {
    /** A thread for each body that is being written. */
    private static final Executor THREADS = DaemonThreads.perTask("wxpay-write");

    private final BodySink sink;
    private final Executor threads;
    private final End end;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private @Nullable CapacityChannel channel;
    private int written;
    private boolean writing;
    private boolean complete;
    private boolean failed;

    SinkWriter(BodySink sink, End end) {
        this(sink, THREADS, end);
    }

    /**
     * Creates a writer.
     *
     * @param threads must not run tasks on the calling thread
     */
    SinkWriter(BodySink sink, Executor threads, End end) {
        this.sink = sink;
        this.threads = threads;
        this.end = end;
    }

    /** Receives the end of the body: exactly one call, unless the writer is abandoned. */
    interface End {
        /** All bytes were written. */
        void completed();

        /** The sink failed. */
        void failed(Exception cause);
    }

    /** Copies the bytes, to write them later. */
    void write(ByteBuffer bytes) throws IOException {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        synchronized (this) {
            if (failed) {
                return;
            }
            waiting.add(copy);
            if (writing) {
                return;
            }
            writing = true;
        }
        try {
            threads.execute(this::writeAll);
        } catch (RuntimeException | Error e) {
            abandon();
            throw new IOException("no thread can be started to store the body: " + e, e);
        }
    }

    /** Ends the body, after which nothing is written any more. */
    void end() {
        synchronized (this) {
            complete = true;
            if (writing || failed) {
                return;
            }
        }
        end.completed();
    }

    /** Lets the connection send as many bytes as were written since it was last asked to. */
    void updateCapacity(CapacityChannel ofConnection) throws IOException {
        int increment;
        synchronized (this) {
            channel = ofConnection;
            increment = written;
            written = 0;
        }
        ofConnection.update(increment);
    }

    /** Stops, because the exchange has failed. A write that has begun goes on. */
    synchronized void abandon() {
        failed = true;
        waiting.clear();
    }

    private void writeAll() {
        try {
            for (ByteBuffer next = next(); next != null; next = next()) {
                int length = next.remaining();
                sink.write(next);
                wrote(length);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (Error e) {
            fail(new IOException("the body could not be stored: " + e, e));
        }
    }

    private @Nullable ByteBuffer next() {
        synchronized (this) {
            ByteBuffer next = waiting.poll();
            if (next != null) {
                return next;
            }
            writing = false;
            if (!complete || failed) {
                return null;
            }
        }
        end.completed();
        return null;
    }

    private void wrote(int length) {
        CapacityChannel present;
        int increment;
        synchronized (this) {
            written += length;
            present = channel;
            if (present == null) {
                return;
            }
            increment = written;
            written = 0;
        }
        try {
            present.update(increment);
        } catch (IOException | CancelledKeyException e) {
            // The connection has closed. It has reported bytes that are missing itself; if none are, there is nothing
            // to ask for.
        }
    }

    private void fail(Exception cause) {
        synchronized (this) {
            if (failed) {
                return;
            }
            abandon();
        }
        end.failed(cause);
    }
}

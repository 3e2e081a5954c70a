package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.wxpaycodegen.runtime.transport.BodySink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Writing on another thread, which here is the test's when it runs {@link #queued}. */
class SinkWriterTest {
    private final Queue<Runnable> queued = new ArrayDeque<>();
    private final List<String> ends = new ArrayList<>();
    private final List<Integer> granted = new ArrayList<>();
    private final Sink sink = new Sink();
    private final SinkWriter writer = new SinkWriter(sink, queued::add, new SinkWriter.End() {
        @Override
        public void completed() {
            ends.add("completed");
        }

        @Override
        public void failed(Exception cause) {
            ends.add("failed: " + cause.getMessage());
        }
    });
    private final CapacityChannel connection = granted::add;

    private static final class Sink implements BodySink {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private @Nullable Throwable failure;

        @Override
        public boolean accepts(int status, Map<String, List<String>> headers) {
            return true;
        }

        @Override
        public void write(ByteBuffer piece) throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            while (piece.hasRemaining()) {
                bytes.write(piece.get());
            }
        }
    }

    @Test
    void callerDoesNotWaitForTheSink() throws IOException {
        write("a");
        write("b");
        assertThat(sink.bytes.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(queued).as("one thread at a time").hasSize(1);

        run();

        assertThat(sink.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("ab");
    }

    @Test
    void copiesBytesThatTheConnectionOverwrites() throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8));
        writer.write(buffer);
        buffer.put(0, (byte) 'x');

        run();

        assertThat(sink.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
        assertThat(buffer.hasRemaining()).isFalse();
    }

    @Test
    void connectionSendsOnlyAsMuchAsWasWritten() throws IOException {
        write("abc");
        writer.updateCapacity(connection);
        assertThat(granted).containsExactly(0);
        run();
        assertThat(granted).containsExactly(0, 3);

        write("de");
        write("f");
        run();
        assertThat(granted).containsExactly(0, 3, 2, 1);
    }

    @Test
    void connectionSendsWhatWasWrittenBeforeItAsked() throws IOException {
        write("abc");
        run();
        writer.updateCapacity(connection);
        writer.updateCapacity(connection);

        assertThat(granted).containsExactly(3, 0);
    }

    @Test
    void writesWhatArrivedBeforeTheConnectionClosed() throws IOException {
        write("abc");
        writer.updateCapacity(increment -> {
            if (increment > 0) {
                throw new CancelledKeyException();
            }
        });
        write("de");
        writer.end();

        run();

        assertThat(sink.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("abcde");
        assertThat(ends).containsExactly("completed");
    }

    @Test
    void endsAfterTheLastWrite() throws IOException {
        write("a");
        writer.end();
        assertThat(ends).isEmpty();

        run();

        assertThat(ends).containsExactly("completed");
    }

    @Test
    void endsAtOnceIfAllWasWritten() throws IOException {
        write("a");
        run();
        assertThat(ends).isEmpty();

        writer.end();

        assertThat(ends).containsExactly("completed");
    }

    @Test
    void failsOnceAndWritesNothingMore() throws IOException {
        sink.failure = new IOException("the disk is full");
        write("a");
        write("b");
        run();
        sink.failure = null;
        write("c");
        writer.end();
        run();

        assertThat(ends).containsExactly("failed: the disk is full");
        assertThat(sink.bytes.size()).isZero();
    }

    @Test
    void errorOfSinkIsAFailure() throws IOException {
        sink.failure = new OutOfMemoryError("Java heap space");
        write("a");
        run();

        assertThat(ends)
                .containsExactly("failed: the body could not be stored: java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void abandonedWriterWritesNothingMore() throws IOException {
        write("a");
        writer.abandon();
        run();
        write("b");
        writer.end();
        run();

        assertThat(sink.bytes.size()).isZero();
        assertThat(ends).isEmpty();
    }

    @Test
    void missingThreadFailsTheExchange() {
        SinkWriter writer = new SinkWriter(
                sink,
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                new SinkWriter.End() {
                    @Override
                    public void completed() {
                        ends.add("completed");
                    }

                    @Override
                    public void failed(Exception cause) {
                        ends.add("failed");
                    }
                });

        assertThatIOException()
                .isThrownBy(() -> writer.write(ByteBuffer.allocate(1)))
                .withMessageStartingWith("no thread can be started to store the body")
                .withCauseInstanceOf(OutOfMemoryError.class);
    }

    private void write(String text) throws IOException {
        writer.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void run() {
        for (Runnable task = queued.poll(); task != null; task = queued.poll()) {
            task.run();
        }
    }
}

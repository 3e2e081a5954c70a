package io.github.wxpaycodegen.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a body of unknown length in chunks. */
final class ChunkedOutput extends OutputStream {
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int filled;

    ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            writeChunk();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == buffer.length) {
                writeChunk();
            }
            int part = Math.min(left, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    /** Ends the body. */
    void finish() throws IOException {
        writeChunk();
        line("0");
        line("");
    }

    /** Sends what was written so far. Without {@link #finish} the client sees that the body is incomplete. */
    void writeChunk() throws IOException {
        if (filled > 0) {
            line(Integer.toHexString(filled));
            out.write(buffer, 0, filled);
            line("");
            filled = 0;
        }
    }

    private void line(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}

package io.github.wxpaycodegen.runtime.bill;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much was read of a stream and whether it was closed. */
final class Watched extends FilterInputStream {
    private long count;
    private int closed;

    Watched(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    boolean isClosed() {
        return closed > 0;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        count += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        count += Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        closed++;
        in.close();
    }
}

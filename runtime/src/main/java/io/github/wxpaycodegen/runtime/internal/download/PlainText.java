package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Plain content of a file that may be gzip. The first bytes decide, because names and headers may be wrong. */
public final class PlainText {
    private static final int CHUNK = 64 * 1024;

    private PlainText() {}

    /** Returns true if these are the first bytes of gzip. */
    public static boolean isGzip(byte[] first) {
        return first.length > 1 && first[0] == 0x1f && (first[1] & 0xff) == 0x8b;
    }

    /**
     * Copies the plain content.
     *
     * @param limit the maximum number of bytes; more is a gzip bomb
     * @throws ResponseTooLargeException if the content exceeds the limit
     * @throws IOException if the file begins like gzip but is not valid gzip, or is incomplete
     */
    static void copy(InputStream file, long limit, OutputStream to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        try (InputStream in = open(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                total += read;
                if (total > limit) {
                    throw new ResponseTooLargeException(limit);
                }
                to.write(chunk, 0, read);
            }
        }
    }

    private static InputStream open(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, 2);
        byte[] first = in.readNBytes(2);
        in.unread(first);
        return isGzip(first) ? new GZIPInputStream(in, CHUNK) : in;
    }
}

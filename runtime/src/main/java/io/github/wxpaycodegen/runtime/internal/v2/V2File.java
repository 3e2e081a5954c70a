package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.internal.download.PlainText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Recognizes the files of v2 by their first bytes: they are not signed, and errors have the status of a success and any
 * content type. A text is a file only if it looks like a bill, whose cells start with a backtick.
 */
final class V2File {
    /** Enough for the header of a bill and its first row. */
    static final int FIRST_BYTES = 16 * 1024;

    private static final int LINES = 4;
    private static final int BYTE_ORDER_MARK = 3;

    private V2File() {}

    /** Returns true if it is XML, which means an error. */
    static boolean isXml(byte[] first) {
        return firstByte(first) == '<';
    }

    /** Returns true if it may be the requested file, in gzip or not. */
    static boolean isPlausible(byte[] first) {
        return isPlausiblePlain(PlainText.isGzip(first) ? unpacked(first) : first);
    }

    /** Returns the start of the plain content. Truncated gzip is detected later. */
    private static byte[] unpacked(byte[] first) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
            byte[] chunk = new byte[512];
            int read = in.read(chunk);
            while (read > 0 && plain.size() < FIRST_BYTES) {
                plain.write(chunk, 0, read);
                read = in.read(chunk);
            }
        } catch (IOException e) {
            // The gzip data continues after the first bytes, or is damaged.
        }
        return plain.toByteArray();
    }

    private static boolean isPlausiblePlain(byte[] first) {
        if (first.length == 0 || isXml(first) || firstByte(first) == '{') {
            return false;
        }
        if (!isText(first)) {
            return true;
        }
        int from = startsWithMark(first) ? BYTE_ORDER_MARK : 0;
        return new String(first, from, first.length - from, StandardCharsets.UTF_8)
                .lines()
                .limit(LINES)
                .anyMatch(line -> line.startsWith("`"));
    }

    private static int firstByte(byte[] first) {
        int i = startsWithMark(first) ? BYTE_ORDER_MARK : 0;
        while (i < first.length && first[i] <= ' ' && first[i] > 0) {
            i++;
        }
        return i < first.length ? first[i] : -1;
    }

    private static boolean startsWithMark(byte[] first) {
        return first.length >= BYTE_ORDER_MARK
                && (first[0] & 0xff) == 0xef
                && (first[1] & 0xff) == 0xbb
                && (first[2] & 0xff) == 0xbf;
    }

    private static boolean isText(byte[] first) {
        for (byte each : first) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // The last character may be cut off after one, two or three of its bytes.
        for (int cut = 0; cut < Math.min(4, first.length); cut++) {
            try {
                decoder.reset().decode(ByteBuffer.wrap(Arrays.copyOf(first, first.length - cut)));
                return true;
            } catch (CharacterCodingException e) {
                // The next attempt drops one more byte; otherwise it is not text.
            }
        }
        return false;
    }
}

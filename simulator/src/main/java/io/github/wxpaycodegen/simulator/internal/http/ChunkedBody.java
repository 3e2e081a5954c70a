package io.github.wxpaycodegen.simulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads a body in chunks. */
final class ChunkedBody {
    private static final Pattern LENGTH = Pattern.compile("([0-9A-Fa-f]{1,8})(;.*)?");
    private static final int MAX_LINE = 256;

    private final InputStream in;
    private final int maxBytes;

    ChunkedBody(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Returns the whole body. Trailing fields are rejected, since nothing here reads them. */
    byte[] read() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long length = readLength(); length > 0; length = readLength()) {
            if (length + body.size() > maxBytes) {
                throw new HttpFormatException(413, "Request Entity Too Large");
            }
            byte[] chunk = in.readNBytes((int) length);
            if (chunk.length < length) {
                throw new EOFException("the client closed the connection in the middle of a request");
            }
            body.writeBytes(chunk);
            expectEmptyLine();
        }
        expectEmptyLine();
        return body.toByteArray();
    }

    private long readLength() throws IOException {
        var line = LENGTH.matcher(readLine());
        if (!line.matches()) {
            throw new HttpFormatException(400, "Bad Request");
        }
        return Long.parseLong(line.group(1), 16);
    }

    private void expectEmptyLine() throws IOException {
        if (!readLine().isEmpty()) {
            throw new HttpFormatException(400, "Bad Request");
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the client closed the connection in the middle of a request");
            }
            if (line.size() == MAX_LINE) {
                throw new HttpFormatException(400, "Bad Request");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) {
            throw new HttpFormatException(400, "Bad Request");
        }
        return text.substring(0, text.length() - 1);
    }
}

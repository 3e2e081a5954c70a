package io.github.wxpaycodegen.simulator.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the requests of one connection: HTTP/1.1, bodies with a Content-Length or in chunks, all of limited size. */
final class HttpRequestReader {
    private static final int MAX_HEAD_BYTES = 64 * 1024;
    private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    /** Visible ASCII except the number sign of a fragment, which clients do not send. */
    private static final String TARGET = "/[!-~&&[^#]]*";

    private final InputStream in;
    private int headBytes;

    HttpRequestReader(InputStream in) {
        this.in = in;
    }

    /** Reads the next head; empty if the client has closed the connection between two requests. */
    Optional<RequestHead> readHead() throws IOException {
        headBytes = 0;
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        String[] requestLine = readLine(first).split(" ", -1);
        if (requestLine.length != 3 || !requestLine[1].matches(TARGET) || !requestLine[2].equals("HTTP/1.1")) {
            throw new HttpFormatException(400, "Bad Request");
        }
        return Optional.of(new RequestHead(requestLine[0], requestLine[1], readHeaders()));
    }

    /** Reads the body of a request. */
    byte[] readBody(RequestHead head) throws IOException {
        List<String> encodings = head.headers().getOrDefault("transfer-encoding", List.of());
        if (!encodings.isEmpty()) {
            return readChunks(encodings, head);
        }
        List<String> lengths = head.headers().getOrDefault("content-length", List.of("0"));
        if (lengths.size() != 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw new HttpFormatException(400, "Bad Request");
        }
        long length = Long.parseLong(lengths.get(0));
        if (length > MAX_BODY_BYTES) {
            throw new HttpFormatException(413, "Request Entity Too Large");
        }
        byte[] body = in.readNBytes((int) length);
        if (body.length < length) {
            throw new EOFException("the client closed the connection in the middle of a request");
        }
        return body;
    }

    private byte[] readChunks(List<String> encodings, RequestHead head) throws IOException {
        // A length in addition to chunks is used to smuggle requests past a proxy.
        boolean chunked = encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked");
        if (!chunked || head.header("content-length").isPresent()) {
            throw new HttpFormatException(400, "Bad Request");
        }
        return new ChunkedBody(in, MAX_BODY_BYTES).read();
    }

    private Map<String, List<String>> readHeaders() throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = readLine(readByte()); !line.isEmpty(); line = readLine(readByte())) {
            int colon = line.indexOf(':');
            if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
                throw new HttpFormatException(400, "Bad Request");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String readLine(int first) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = first; next != '\n'; next = readByte()) {
            line.append((char) next);
        }
        if (line.length() == 0 || line.charAt(line.length() - 1) != '\r') {
            throw new HttpFormatException(400, "Bad Request");
        }
        byte[] bytes = line.substring(0, line.length() - 1).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int readByte() throws IOException {
        if (++headBytes > MAX_HEAD_BYTES) {
            throw new HttpFormatException(431, "Request Header Fields Too Large");
        }
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the client closed the connection in the middle of a request");
        }
        return next;
    }
}

package io.github.wxpaycodegen.cli.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An HTTP message as tools such as curl or a proxy save it: start line, headers, body. */
public final class CapturedMessage {
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (\\S+) HTTP/[0-9.]+");
    private static final Pattern RESPONSE = Pattern.compile("HTTP/[0-9.]+ [0-9]{3}( .*)?");
    private static final byte[] RESPONSE_START = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*)");

    private final @Nullable String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    private CapturedMessage(@Nullable String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Parses a whole message. Heads of a proxy and of {@code 100 Continue} before that of the response are skipped. If
     * it has a {@code Content-Length}, bytes after the body, which an editor may have added, are ignored.
     *
     * @throws IllegalArgumentException if it is not a message, or its body is in chunks, compressed or incomplete
     */
    public static CapturedMessage parse(byte[] message) {
        int start = firstByteOf(message);
        if (start < message.length && (message[start] == '<' || message[start] == '{')) {
            // A body without headers.
            return new CapturedMessage(null, "", Map.of(), message);
        }
        int begin = start;
        int end = endOfHead(message, begin);
        while (startsResponse(message, begin) && startsResponse(message, end)) {
            begin = end;
            end = endOfHead(message, begin);
        }
        return of(Arrays.copyOfRange(message, begin, end), Arrays.copyOfRange(message, end, message.length));
    }

    private static boolean startsResponse(byte[] message, int begin) {
        int end = Math.min(message.length, begin + RESPONSE_START.length);
        return Arrays.equals(message, begin, end, RESPONSE_START, 0, RESPONSE_START.length);
    }

    private static int firstByteOf(byte[] message) {
        int i = 0;
        while (i < message.length && (message[i] == ' ' || message[i] == '\r' || message[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** Returns the index of the first byte after the first empty line from an index on. */
    private static int endOfHead(byte[] message, int begin) {
        for (int i = begin; i + 1 < message.length; i++) {
            if (message[i] != '\n') {
                continue;
            }
            if (message[i + 1] == '\n') {
                return i + 2;
            }
            if (i + 2 < message.length && message[i + 1] == '\r' && message[i + 2] == '\n') {
                return i + 3;
            }
        }
        return message.length;
    }

    /**
     * Parses a message whose head and body are apart.
     *
     * @param head the start line, which may be missing before the headers of a response, and the headers; of several
     *     responses, the last one counts
     * @throws IllegalArgumentException if the head is malformed, or the body is in chunks, compressed or incomplete
     */
    public static CapturedMessage of(byte[] head, byte[] body) {
        List<String> lines = lastHead(new String(head, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
        String method = null;
        String target = "";
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher request = REQUEST.matcher(line);
            Matcher header = HEADER.matcher(line);
            if (i == 0 && request.matches()) {
                method = request.group(1);
                target = target(request.group(2));
            } else if (header.matches()) {
                headers.putIfAbsent(header.group(1), header.group(2).strip());
            } else if (i != 0 || !RESPONSE.matcher(line).matches()) {
                throw new IllegalArgumentException("line " + (i + 1)
                        + " is neither a start line, POST /v3/... HTTP/1.1 or HTTP/1.1 200 OK, nor a header");
            }
        }
        return new CapturedMessage(method, target, headers, plain(headers, body));
    }

    /** Returns the head of the response itself: curl -D saves also those of a proxy and of 100 Continue. */
    private static List<String> lastHead(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (RESPONSE.matcher(lines.get(i)).matches()
                    && RESPONSE.matcher(lines.get(0)).matches()) {
                return lines.subList(i, lines.size());
            }
        }
        return lines;
    }

    /** Returns the path and the query; a proxy saves the whole URL. */
    private static String target(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }

    private static byte[] plain(Map<String, String> headers, byte[] body) {
        String encoding = headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT);
        boolean looksChunked = new String(body, 0, Math.min(body.length, 12), StandardCharsets.ISO_8859_1)
                .matches("(?s)[0-9a-fA-F]{1,8}\r\n.*");
        if (encoding.contains("chunked") && looksChunked) {
            throw new IllegalArgumentException("the body is in chunks: save the decoded body");
        }
        boolean gzip = body.length > 1 && body[0] == 0x1F && body[1] == (byte) 0x8B;
        String compression = headers.getOrDefault("Content-Encoding", "").toLowerCase(Locale.ROOT);
        if (gzip && compression.contains("gzip")) {
            throw new IllegalArgumentException(
                    "the body is compressed: save the decompressed body, which is what is signed");
        }
        String length = headers.getOrDefault("Content-Length", "");
        // Of a body that was decompressed, it is the compressed length.
        boolean compressed = !compression.isEmpty() && !compression.equals("identity");
        if (compressed || !length.matches("[0-9]{1,9}")) {
            return body;
        }
        int stated = Integer.parseInt(length);
        if (body.length < stated) {
            throw new IllegalArgumentException("the body has " + body.length + " bytes, but Content-Length is " + stated
                    + ": save the whole body, byte for byte");
        }
        return Arrays.copyOf(body, stated);
    }

    /** Returns the method of a request; empty for a response. */
    public Optional<String> method() {
        return Optional.ofNullable(method);
    }

    /** Returns the path and the query of a request; empty for a response. */
    public String target() {
        return target;
    }

    /** Returns a header, ignoring case; null if there is none. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Returns a copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns true if the body is XML, which means v2. */
    public boolean isXml() {
        int start = firstByteOf(body);
        return start < body.length && body[start] == '<';
    }
}

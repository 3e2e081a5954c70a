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
     * Parses a whole message. If it has a {@code Content-Length}, bytes after the body, which an editor may have
     * added, are ignored.
     *
     * @throws IllegalArgumentException if it is not a message, or its body is in chunks or compressed
     */
    public static CapturedMessage parse(byte[] message) {
        int start = firstByteOf(message);
        if (start < message.length && (message[start] == '<' || message[start] == '{')) {
            // A body without headers.
            return new CapturedMessage(null, "", Map.of(), message);
        }
        int end = endOfHead(message);
        return of(Arrays.copyOf(message, end), Arrays.copyOfRange(message, end, message.length));
    }

    private static int firstByteOf(byte[] message) {
        int i = 0;
        while (i < message.length && (message[i] == ' ' || message[i] == '\r' || message[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** Returns the index of the first byte after the first empty line. */
    private static int endOfHead(byte[] message) {
        for (int i = 0; i + 1 < message.length; i++) {
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
     * @param head the start line, which may be missing before the headers of a response, and the headers
     * @throws IllegalArgumentException if the head is malformed, or the body is in chunks or compressed
     */
    public static CapturedMessage of(byte[] head, byte[] body) {
        List<String> lines = new String(head, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
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
        if (gzip && headers.getOrDefault("Content-Encoding", "").contains("gzip")) {
            throw new IllegalArgumentException(
                    "the body is compressed: save the decompressed body, which is what is signed");
        }
        String length = headers.getOrDefault("Content-Length", "");
        if (length.matches("[0-9]{1,9}")) {
            int stated = Integer.parseInt(length);
            return stated < body.length ? Arrays.copyOf(body, stated) : body;
        }
        return body;
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

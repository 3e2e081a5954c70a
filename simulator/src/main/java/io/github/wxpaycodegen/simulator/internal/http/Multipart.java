package io.github.wxpaycodegen.simulator.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body. */
public final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i)form-data\\s*;.*?\\bname=\"([^\"]*)\".*");
    private static final Pattern FILE_NAME = Pattern.compile("(?i).*\\bfilename=\"([^\"]*)\".*");

    private final List<Part> parts;

    private Multipart(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A part.
     *
     * @param fileName as in the request; empty for a part that is not a file
     */
    public record Part(String name, Optional<String> fileName, Optional<String> contentType, byte[] content) {
        /** Returns the content as text. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /**
     * Parses a body.
     *
     * @throws IllegalArgumentException if it does not match the content type, or contains a part twice
     */
    public static Multipart read(String contentType, byte[] body) {
        Matcher type = BOUNDARY.matcher(contentType);
        if (!type.matches()) {
            throw new IllegalArgumentException("the Content-Type is not multipart/form-data with a boundary");
        }
        String boundary = "\r\n--" + (type.group(1) == null ? type.group(2) : type.group(1));
        // One character per byte, so positions in the text are positions in the body.
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int start = after(text, boundary, 0);
        while (!text.startsWith("--", start)) {
            int end = text.indexOf(boundary, start);
            if (end < 0 || !text.startsWith("\r\n", start)) {
                throw new IllegalArgumentException("the multipart body has no end");
            }
            add(parse(text.substring(start, end)), parts);
            start = after(text, boundary, end);
        }
        return new Multipart(parts);
    }

    /** Returns the part with a name; empty if there is none. */
    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Returns all parts in their order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    private static void add(Part part, List<Part> parts) {
        if (parts.stream().anyMatch(other -> other.name().equals(part.name()))) {
            throw new IllegalArgumentException("the part " + part.name() + " is there twice");
        }
        parts.add(part);
    }

    private static int after(String text, String boundary, int from) {
        if (!text.startsWith(boundary, from)) {
            throw new IllegalArgumentException("the multipart body does not begin with its boundary");
        }
        return from + boundary.length();
    }

    /** Parses a part: CRLF, headers, an empty line, content. */
    private static Part parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalArgumentException("a part has no headers");
        }
        Optional<String> disposition = header(text.substring(0, end), "content-disposition");
        Matcher name = NAME.matcher(disposition.orElse(""));
        if (!name.matches()) {
            throw new IllegalArgumentException("a part has no name");
        }
        Matcher fileName = FILE_NAME.matcher(disposition.orElse(""));
        return new Part(
                name.group(1),
                fileName.matches() ? Optional.of(fileName.group(1)) : Optional.empty(),
                header(text.substring(0, end), "content-type"),
                text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> header(String headers, String name) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> utf8(line.substring(name.length() + 1).strip()))
                .findFirst();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}

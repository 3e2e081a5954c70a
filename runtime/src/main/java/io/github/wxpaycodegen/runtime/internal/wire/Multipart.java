package io.github.wxpaycodegen.runtime.internal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A multipart body. */
public final class Multipart {
    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /**
     * Creates a body.
     *
     * @param boundary separates the parts, and must not occur in them
     */
    public Multipart(String boundary) {
        this.boundary = boundary;
    }

    /** Adds a text part. */
    public Multipart text(String name, String value) {
        return part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a JSON part. */
    public Multipart json(String name, byte[] json) {
        return part(name, null, "application/json", json);
    }

    /** Adds a file. */
    public Multipart file(String name, FilePart file) {
        return part(name, file.fileName(), file.mediaType(), file.content());
    }

    private Multipart part(String name, @Nullable String fileName, @Nullable String type, byte[] content) {
        StringBuilder head = new StringBuilder("--").append(boundary).append("\r\n");
        head.append("Content-Disposition: form-data; name=\"").append(name).append('"');
        if (fileName != null) {
            head.append("; filename=\"").append(fileName).append('"');
        }
        if (type != null) {
            head.append("\r\nContent-Type: ").append(type);
        }
        body.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Returns the value of the Content-Type header. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** Returns the complete body. */
    public byte[] toBytes() {
        ByteArrayOutputStream closed = new ByteArrayOutputStream();
        closed.writeBytes(body.toByteArray());
        closed.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return closed.toByteArray();
    }
}

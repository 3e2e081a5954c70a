package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A request split into the parts in which it is sent, filled in, signed and encrypted as its spec requires. */
public final class RequestParts {
    private final List<Parameter> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, FilePart> files = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final boolean bodiless;
    private byte[] json = new byte[0];

    private RequestParts(boolean bodiless) {
        this.bodiless = bodiless;
    }

    /**
     * Returns the parts of a v2 request, whose body consists of text fields.
     *
     * @param bodiless true if the request is a GET, so that fields not in the spec go into the query
     */
    public static RequestParts ofText(Message message, boolean bodiless, FieldValueSource source) {
        RequestParts parts = new RequestParts(bodiless);
        message.writeTo(new TextFieldWriter(parts.fields::put, source, new Router(parts, source)));
        return parts;
    }

    /**
     * Returns the parts of a v3 request, whose body is JSON.
     *
     * @param bodiless true if the request is a GET, so that fields not in the spec go into the query
     */
    public static RequestParts ofJson(Message message, boolean bodiless, FieldValueSource source) {
        RequestParts parts = new RequestParts(bodiless);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JsonTree.generator(bytes)) {
            generator.writeStartObject();
            message.writeTo(new JsonFieldWriter(generator, source, "", new Router(parts, source)));
            generator.writeEndObject();
        }
        parts.json = bytes.toByteArray();
        return parts;
    }

    /** Returns the parameters of the query, not yet escaped, in the order of the spec. */
    public List<Parameter> query() {
        return query;
    }

    /** Returns the headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the file parts, by the names of their fields. */
    public Map<String, FilePart> files() {
        return files;
    }

    /** Returns the fields of a v2 body, in the order of the spec. */
    public Map<String, String> fields() {
        return fields;
    }

    /** Returns the JSON object of a v3 body, in UTF-8; {@code {}} if it has no fields. */
    public byte[] json() {
        return json;
    }

    /** Returns true if a v3 body has fields. */
    public boolean hasJsonFields() {
        return json.length > "{}".length();
    }

    /** A query parameter; a name may occur several times. */
    public record Parameter(String name, String value) {}

    /** Receives the fields that are not in the body. */
    private record Router(RequestParts parts, FieldValueSource source) implements FieldRouter {
        @Override
        public FieldWriter query() {
            return new TextFieldWriter((name, text) -> parts.query.add(new Parameter(name, text)), source, null);
        }

        @Override
        public FieldWriter header() {
            return new TextFieldWriter(parts.headers::put, source, null);
        }

        @Override
        public FieldWriter undeclared(FieldWriter body) {
            return parts.bodiless ? query() : body;
        }

        @Override
        public void file(String name, UploadFile value) {
            parts.files.put(name, FilePart.of(value, source.content(name, value)));
        }
    }
}

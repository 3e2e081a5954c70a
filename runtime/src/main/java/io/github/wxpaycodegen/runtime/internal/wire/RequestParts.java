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

/** A request taken apart into what is sent where, filled, signed and encrypted where its spec says so. */
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
     * The parts of a v2 request, whose body is fields of text.
     *
     * @param bodiless whether the request is a GET: what its spec does not declare goes into the query
     */
    public static RequestParts ofText(Message message, boolean bodiless, FieldValueSource source) {
        RequestParts parts = new RequestParts(bodiless);
        message.writeTo(new TextFieldWriter(parts.fields::put, source, new Router(parts, source)));
        return parts;
    }

    /**
     * The parts of a v3 request, whose body is JSON.
     *
     * @param bodiless whether the request is a GET: what its spec does not declare goes into the query
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

    /** The parameters of the query, not yet escaped, in the order of the spec. */
    public List<Parameter> query() {
        return query;
    }

    /** The headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The file parts, by the names of their fields. */
    public Map<String, FilePart> files() {
        return files;
    }

    /** The fields of a v2 body, in the order of the spec. */
    public Map<String, String> fields() {
        return fields;
    }

    /** The JSON object of a v3 body, in UTF-8; {@code {}} where it has no fields. */
    public byte[] json() {
        return json;
    }

    /** Returns whether a v3 body has fields. */
    public boolean hasJsonFields() {
        return json.length > "{}".length();
    }

    /** A parameter of a query; a name may come several times. */
    public record Parameter(String name, String value) {}

    /** Takes the fields that are not in the body. */
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

package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.http.Multipart;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.values.FileDigest;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;

/**
 * The two parts of a v3 upload: the file, and the JSON with all other fields, which is signed instead of the body.
 */
final class V3Upload {
    private static final String META = "meta";

    private final Field fileField;
    private final ObjectShape shape;
    private final Multipart.Part file;
    private final Multipart.Part meta;

    private V3Upload(Operation operation, Multipart parts) {
        this.fileField = operation.request().shape().fields().stream()
                .filter(V3Upload::isFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the spec declares no file"));
        this.shape = new ObjectShape(
                operation.request().shape().fields().stream()
                        .filter(field -> !isFile(field))
                        .toList(),
                operation.request().shape().groups());
        this.file = part(parts, fileField.name());
        this.meta = part(parts, META);
    }

    /**
     * Parses a body.
     *
     * @throws IllegalArgumentException if it is not multipart, or one of the two parts is missing or invalid
     */
    static V3Upload read(Operation operation, RequestHead head, byte[] body) {
        V3Upload upload = new V3Upload(
                operation, Multipart.read(head.header("content-type").orElse(""), body));
        if (upload.file.fileName().filter(name -> !name.isEmpty()).isEmpty()) {
            throw new IllegalArgumentException("the part " + upload.file.name() + " has no filename");
        }
        return upload;
    }

    private static boolean isFile(Field field) {
        return field.type() == FieldType.Scalar.FILE;
    }

    private static Multipart.Part part(Multipart parts, String name) {
        return parts.part(name).orElseThrow(() -> new IllegalArgumentException("the part " + name + " is missing"));
    }

    /** Returns the bytes of the JSON. */
    byte[] meta() {
        return meta.content();
    }

    /** Returns the shape that the JSON should have. */
    ObjectShape shape() {
        return shape;
    }

    /** Validates the file against the JSON and the spec. */
    void checkFile(JsonNode metaDocument, V3ValidationResult result) {
        result.fields().put(fileField.name(), file.fileName().orElse(""));
        for (Field field : shape.fields()) {
            JsonNode given = metaDocument.get(field.name());
            if (given != null
                    && field.source().digest().isPresent()
                    && !FileDigest.hex(field.source().digest().get(), file.content())
                            .equals(given.asString())) {
                String issue = "is not the " + field.source().digest().get() + " of the file";
                result.add(new V3Violation("body", field.name(), given.asString(), issue));
            }
        }
        boolean tooLarge = fileField.limits().file().maxBytes().isPresent()
                && file.content().length > fileField.limits().file().maxBytes().getAsLong();
        if (tooLarge) {
            result.add(new V3Violation("body", fileField.name(), "", "is too large"));
        }
        String mediaType = file.contentType().orElse("");
        if (!fileField.limits().file().mediaTypes().isEmpty()
                && !fileField.limits().file().mediaTypes().contains(mediaType)) {
            String issue = "is not one of "
                    + String.join(", ", fileField.limits().file().mediaTypes());
            result.add(new V3Violation("body", fileField.name(), mediaType, issue));
        }
    }
}

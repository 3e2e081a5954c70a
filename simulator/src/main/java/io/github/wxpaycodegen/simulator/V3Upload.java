package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.ObjectShape;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The two parts of a v3 upload: the file, and the JSON that is signed in the place of the body. */
final class V3Upload {
    private final Field fileField;
    private final Field metaField;
    private final Multipart.Part file;
    private final Multipart.Part meta;

    private V3Upload(Field fileField, Field metaField, Multipart parts) {
        this.fileField = fileField;
        this.metaField = metaField;
        this.file = part(parts, fileField);
        this.meta = part(parts, metaField);
    }

    /**
     * Takes the body apart.
     *
     * @throws IllegalArgumentException if it is not multipart, or one of the two parts is missing
     */
    static V3Upload read(Operation operation, RequestHead head, byte[] body) {
        Field file = field(operation, true);
        Field meta = field(operation, false);
        V3Upload upload = new V3Upload(
                file, meta, Multipart.read(head.header("content-type").orElse(""), body));
        if (upload.file.fileName().filter(name -> !name.isEmpty()).isEmpty()) {
            throw new IllegalArgumentException("the part " + file.name() + " has no filename");
        }
        return upload;
    }

    private static Field field(Operation operation, boolean file) {
        return operation.request().fields().stream()
                .filter(field -> (field.type() == FieldType.Scalar.FILE) == file)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the spec declares no file, or nothing beside it"));
    }

    private static Multipart.Part part(Multipart parts, Field field) {
        return parts.part(field.name())
                .orElseThrow(() -> new IllegalArgumentException("the part " + field.name() + " is missing"));
    }

    /** The bytes of the JSON. */
    byte[] meta() {
        return meta.content();
    }

    /** The name of its part. */
    String metaName() {
        return metaField.name();
    }

    /** What the JSON is to have in it. */
    Optional<ObjectShape> shape(Types types) {
        return types.objectOf(metaField);
    }

    /** Compares the file with what the JSON and the spec say of it. */
    void checkFile(ObjectShape shape, JsonNode metaDocument, V3Judgement judgement) {
        judgement.fields().put(fileField.name(), file.fileName().orElse(""));
        for (Field field : shape.fields()) {
            JsonNode given = metaDocument.get(field.name());
            boolean wrong = field.digest().isPresent()
                    && given != null
                    && !FileDigest.hex(field.digest().get(), file.content()).equals(given.asString());
            if (wrong) {
                judgement.add(new V3Violation(
                        "body",
                        Flattened.member(metaField.name(), field.name()),
                        given.asString(),
                        "is not the " + field.digest().get() + " of the file"));
            }
        }
        boolean tooLarge = fileField.maxBytes().isPresent()
                && file.content().length > fileField.maxBytes().getAsLong();
        if (tooLarge) {
            judgement.add(new V3Violation("body", fileField.name(), "", "is larger than it may be"));
        }
        boolean known = fileField.mediaTypes().isEmpty()
                || file.contentType().filter(fileField.mediaTypes()::contains).isPresent();
        if (!known) {
            judgement.add(new V3Violation(
                    "body",
                    fileField.name(),
                    file.contentType().orElse(""),
                    "is not one of " + String.join(", ", fileField.mediaTypes())));
        }
    }
}

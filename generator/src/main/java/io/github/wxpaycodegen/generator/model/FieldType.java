package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/** The type of a field, or of the elements of a list. */
public sealed interface FieldType {
    /** A type of one value. */
    enum Scalar implements FieldType {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE_TIME,
        /** The file part of an upload. */
        FILE
    }

    /** An enum declared in place. */
    record InlineEnum(EnumShape shape, Optional<String> javaName) implements FieldType {}

    /** An object declared in place. */
    record InlineObject(ObjectShape shape, Optional<String> javaName) implements FieldType {}

    /** A shared type, by its {@link SharedType#id()}. */
    record Reference(String typeId) implements FieldType {}
}

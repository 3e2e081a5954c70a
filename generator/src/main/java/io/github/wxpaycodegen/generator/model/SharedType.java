package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * A type that the specs of a folder share, declared in its {@code _types.yaml}.
 *
 * @param folder the folder, {@code v2/wxv}
 * @param name the declared name, which is the simple name of the Java class
 * @param shape an enum or an object
 */
public record SharedType(
        SourceSpan span,
        String folder,
        String name,
        Optional<String> title,
        Optional<String> description,
        Optional<String> deprecated,
        TypeShape shape) {
    /** Returns the id to which references are resolved: folder and name, {@code v2/wxv/BillState}. */
    public String id() {
        return folder + "/" + name;
    }

    /** The body of a shared type. */
    public sealed interface TypeShape {
        /** A shared enum. */
        record OfEnum(EnumShape shape) implements TypeShape {}

        /** A shared object. */
        record OfObject(ObjectShape shape) implements TypeShape {}
    }
}

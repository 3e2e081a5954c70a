package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A field of a message.
 *
 * @param name the wire name; within an indexed group a template such as {@code coupon_id_$n}; for an indexed group its
 *     declared name, which is not on the wire
 * @param type the type of the value, or of each element if {@code list} or {@code indexed} is true
 * @param indexed true if this is a group of indexed fields: a list whose elements are spread over numbered names
 * @param docs its description
 * @param limits the limits that the value in a request must satisfy
 * @param source the source of the value in a request
 * @param wire how the value is written
 * @param javaName the name of the accessor and the setter
 */
public record Field(
        SourceSpan span,
        String name,
        FieldType type,
        boolean list,
        boolean indexed,
        boolean required,
        FieldDescription docs,
        Limits limits,
        ValueSource source,
        WireForm wire,
        Optional<String> javaName) {
    /** Returns the names on the wire: its own, or those of the fields of an indexed group. */
    public List<String> wireNames() {
        return indexed && type instanceof FieldType.InlineObject group
                ? group.shape().fields().stream()
                        .flatMap(field -> field.wireNames().stream())
                        .toList()
                : List.of(name);
    }

    /**
     * Returns true if the element of this field in a v2 response contains elements, which no signature covers.
     *
     * @param object true if the type is an object, in place or shared
     */
    public boolean hasElements(boolean object) {
        return !indexed && wire.encoded().isEmpty() && (list || object);
    }
}

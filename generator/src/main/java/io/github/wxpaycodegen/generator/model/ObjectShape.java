package io.github.wxpaycodegen.generator.model;

import java.util.List;

/** The fields of an object, in the order of the spec, and their groups. */
public record ObjectShape(List<Field> fields, List<FieldGroup> groups) {
    public ObjectShape {
        fields = List.copyOf(fields);
        groups = List.copyOf(groups);
    }
}

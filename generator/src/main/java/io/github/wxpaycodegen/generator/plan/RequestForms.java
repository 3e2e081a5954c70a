package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.FieldGroup;
import java.util.List;

/**
 * The ways in which a call accepts its request.
 *
 * @param hasFields whether the request has fields that callers can set
 * @param canBeEmpty whether no field must be set; an optional field that is added later does not change this
 */
public record RequestForms(boolean hasFields, boolean canBeEmpty) {
    static RequestForms of(List<JavaField> fields, List<FieldGroup> groups) {
        return new RequestForms(
                fields.stream().anyMatch(JavaField::settable),
                groups.isEmpty() && fields.stream().noneMatch(JavaField::asked));
    }
}

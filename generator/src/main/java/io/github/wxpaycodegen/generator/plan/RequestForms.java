package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.FieldGroup;
import java.util.List;

/**
 * In which forms a call takes its request.
 *
 * @param hasFields whether there is anything to give
 * @param canBeEmpty whether nothing need be given; an optional field that is added later leaves this as it is
 */
public record RequestForms(boolean hasFields, boolean canBeEmpty) {
    static RequestForms of(List<JavaField> fields, List<FieldGroup> groups) {
        return new RequestForms(
                fields.stream().anyMatch(JavaField::settable),
                groups.isEmpty() && fields.stream().noneMatch(JavaField::asked));
    }
}

package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import java.util.List;

/** Checks that indexed fields have index placeholders, and other fields have none. */
final class PlaceholderCheck {
    private final Problems problems;

    PlaceholderCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks the fields of an indexed group. Inner groups have already checked their own {@code $n}. */
    void group(List<Field> fields) {
        for (Field field : fields) {
            if (field.indexed() && field.type() instanceof FieldType.InlineObject inner) {
                for (Field innerField : inner.shape().fields()) {
                    if (!innerField.name().contains("$m")) {
                        missing(innerField, "$m");
                    }
                }
            } else if (!field.name().contains("$n")) {
                missing(field, "$n");
            }
        }
    }

    private void missing(Field field, String placeholder) {
        problems.add(
                Code.INDEX_PLACEHOLDER,
                field.span(),
                "the indexed field `" + field.name() + "` has no `" + placeholder + "` for its index",
                "write it as `" + field.name() + "_" + placeholder + "`, or move it out of the group");
    }
}

package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import java.util.List;

/** Checks that fields have index placeholders where they are indexed, and nowhere else. */
final class PlaceholderCheck {
    private final Problems problems;

    PlaceholderCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks the fields of an indexed group; groups within it have checked themselves for {@code $n} already. */
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
                "the indexed field `" + field.name() + "` has no `" + placeholder + "` where its index stands",
                "write it as `" + field.name() + "_" + placeholder + "`, or move it out of the group");
    }
}

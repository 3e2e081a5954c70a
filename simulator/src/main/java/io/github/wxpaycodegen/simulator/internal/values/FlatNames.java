package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the elements of a flat XML message; those of indexed groups have placeholders: {@code coupon_fee_$n}. */
public final class FlatNames {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$[nm]");

    private FlatNames() {}

    /** Returns the fields that a shape declares, those of indexed groups instead of the groups. */
    public static List<Field> of(ObjectShape shape, Types types) {
        return shape.fields().stream().flatMap(field -> flat(field, types)).toList();
    }

    private static Stream<Field> flat(Field field, Types types) {
        return field.indexed()
                ? types.objectOf(field).stream()
                        .flatMap(group -> group.fields().stream())
                        .flatMap(each -> flat(each, types))
                : Stream.of(field);
    }

    /** Returns true if a name is a declared one, with numbers in place of its placeholders. */
    public static boolean matches(String declared, String name) {
        return declared.equals(name)
                || (declared.contains("$")
                        && name.matches("\\Q" + PLACEHOLDER.matcher(declared).replaceAll("\\\\E[0-9]+\\\\Q") + "\\E"));
    }
}

package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.util.List;

/**
 * An enum.
 *
 * @param integers whether the wire values are whole numbers
 */
public record JavaEnum(ClassName name, String origin, Heading heading, boolean integers, List<Constant> constants)
        implements JavaType {
    /** The constant for all values that are newer than the enum. */
    public static final String UNRECOGNIZED = "UNRECOGNIZED";

    public JavaEnum {
        constants = List.copyOf(constants);
    }

    /** A constant and its value. */
    public record Constant(String name, EnumValue spec) {}

    static JavaEnum of(ClassName name, String origin, Heading heading, EnumShape shape) {
        return new JavaEnum(
                name,
                origin,
                heading,
                shape.integers(),
                shape.values().stream()
                        .map(value -> new Constant(JavaNames.constant(value), value))
                        .toList());
    }

    /** Returns the type of the wire values. */
    public TypeName wireType() {
        return integers ? TypeName.LONG : ClassName.get(String.class);
    }
}

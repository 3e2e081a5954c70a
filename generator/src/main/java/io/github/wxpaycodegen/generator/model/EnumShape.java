package io.github.wxpaycodegen.generator.model;

import java.util.List;

/**
 * The known values of an enum, in the order of the spec; others may be added.
 *
 * @param integers true if the wire values are whole numbers
 */
public record EnumShape(boolean integers, List<EnumValue> values) {
    public EnumShape {
        values = List.copyOf(values);
    }
}

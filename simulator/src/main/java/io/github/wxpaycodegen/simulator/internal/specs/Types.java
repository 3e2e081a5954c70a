package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Resolves the types of fields. */
public final class Types {
    private final Map<String, SharedType> shared;

    /** Creates a resolver for these shared types. */
    public Types(List<SharedType> types) {
        shared = types.stream().collect(Collectors.toMap(SharedType::id, Function.identity()));
    }

    /** Returns the enum that is the type of a field; empty if it is not an enum. */
    public Optional<EnumShape> enumOf(Field field) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return sharedShape(field)
                .filter(SharedType.TypeShape.OfEnum.class::isInstance)
                .map(shape -> ((SharedType.TypeShape.OfEnum) shape).shape());
    }

    /** Returns the values in the order of the spec, with deprecated ones last. */
    public static List<EnumValue> listed(EnumShape shape) {
        // The sort is stable.
        return shape.values().stream()
                .sorted(Comparator.comparing(value -> value.deprecated().isPresent()))
                .toList();
    }

    /** Returns the object that is the type of a field; empty if it is not an object. */
    public Optional<ObjectShape> objectOf(Field field) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return Optional.of(inline.shape());
        }
        return sharedShape(field)
                .filter(SharedType.TypeShape.OfObject.class::isInstance)
                .map(shape -> ((SharedType.TypeShape.OfObject) shape).shape());
    }

    /** Returns true if a field is the text of one XML element, or a group of such fields. */
    public boolean isFlat(Field field) {
        if (field.wire().encoded().isPresent()) {
            return true;
        }
        if (field.indexed()) {
            return objectOf(field).stream()
                    .flatMap(shape -> shape.fields().stream())
                    .allMatch(this::isFlat);
        }
        return !field.list() && objectOf(field).isEmpty() && field.type() != FieldType.Scalar.FILE;
    }

    private Optional<SharedType.TypeShape> sharedShape(Field field) {
        return field.type() instanceof FieldType.Reference reference
                ? Optional.of(
                        Objects.requireNonNull(shared.get(reference.typeId())).shape())
                : Optional.empty();
    }
}

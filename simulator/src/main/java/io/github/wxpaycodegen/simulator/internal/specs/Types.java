package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves the types of fields. */
public final class Types {
    private final Map<String, SharedType> shared;
    private final Supplier<Optional<CommonExamples>> examples;

    /** Creates a resolver for these shared types, without examples. */
    public Types(List<SharedType> types) {
        this(types, Optional::empty);
    }

    /** Creates a resolver for the types of these specs. */
    public Types(Specs specs) {
        this(specs.types(), new Examples(specs));
    }

    private Types(List<SharedType> types, Supplier<Optional<CommonExamples>> examples) {
        this.shared = types.stream().collect(Collectors.toMap(SharedType::id, Function.identity()));
        this.examples = examples;
    }

    /** Collects the examples when the first is needed, because many simulators need none. */
    private static final class Examples implements Supplier<Optional<CommonExamples>> {
        private final Specs specs;
        private @Nullable CommonExamples collected;

        Examples(Specs specs) {
            this.specs = specs;
        }

        @Override
        public synchronized Optional<CommonExamples> get() {
            if (collected == null) {
                collected = new CommonExamples(specs);
            }
            return Optional.of(collected);
        }
    }

    /** Returns the examples that the specs of a protocol have for texts with a name, the commonest first. */
    public List<String> examples(Protocol protocol, String name) {
        return examples.get().map(all -> all.of(protocol, name)).orElse(List.of());
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

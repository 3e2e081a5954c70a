package io.github.wxpaycodegen.generator.binary;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The formats of records, sealed interfaces and enums, and of what they consist of. They follow the declarations, so that
 * a new component of a record needs no change here.
 */
final class ValueFormats {
    private final Map<Type, ValueFormat<?>> formats = new HashMap<>();
    private final StringBuilder declarations = new StringBuilder();

    ValueFormats() {
        add(boolean.class, format(ValueOutput::writeBoolean, ValueInput::readBoolean));
        add(int.class, format(ValueOutput::writeInt, ValueInput::readInt));
        add(long.class, format(ValueOutput::writeLong, ValueInput::readLong));
        add(String.class, once(format(ValueOutput::writeText, ValueInput::readText)));
        add(BigDecimal.class, mapped(of(String.class), BigDecimal::toString, BigDecimal::new));
        add(LocalDate.class, mapped(of(String.class), LocalDate::toString, LocalDate::parse));
        add(
                OptionalInt.class,
                mapped(
                        optional(of(int.class)),
                        number -> number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty(),
                        number -> number.map(OptionalInt::of).orElse(OptionalInt.empty())));
        add(
                OptionalLong.class,
                mapped(
                        optional(of(long.class)),
                        number -> number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty(),
                        number -> number.map(OptionalLong::of).orElse(OptionalLong.empty())));
    }

    private <T> void add(Class<T> type, ValueFormat<T> format) {
        formats.put(type, format);
    }

    /**
     * Returns the format of a type.
     *
     * @throws IllegalArgumentException if a type that it contains has none
     */
    @SuppressWarnings("unchecked")
    <T> ValueFormat<T> of(Class<T> type) {
        return (ValueFormat<T>) find(type);
    }

    /** Returns the declarations of all types whose format was asked for. What is written with others cannot be read. */
    String declarations() {
        return declarations.toString();
    }

    private ValueFormat<?> find(Type type) {
        ValueFormat<?> known = formats.get(type);
        if (known != null) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            ValueFormat<?> format = ofGeneric(generic);
            formats.put(type, format);
            return format;
        }
        if (!(type instanceof Class<?> raw)) {
            throw new IllegalArgumentException("there is no format of " + type);
        }
        if (raw.isEnum()) {
            List<?> constants = List.of(raw.getEnumConstants());
            declare(
                    raw,
                    constants.stream()
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList());
            ValueFormat<?> format = format(
                    (out, value) -> out.writeCount(constants.indexOf(value)), in -> constants.get(in.readCount()));
            formats.put(raw, format);
            return format;
        }
        if (raw.isRecord()) {
            RecordFormat format = new RecordFormat(raw);
            ValueFormat<?> once = once(format);
            // Before its components are looked at, which may contain it.
            formats.put(raw, once);
            format.findComponents();
            return once;
        }
        if (raw.isSealed()) {
            SealedFormat format = new SealedFormat();
            formats.put(raw, format);
            format.findTypes(raw);
            return format;
        }
        throw new IllegalArgumentException("there is no format of " + type);
    }

    private ValueFormat<?> ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        ValueFormat<?> last = find(arguments[arguments.length - 1]);
        if (type.getRawType() == Optional.class) {
            return optional(last);
        } else if (type.getRawType() == List.class) {
            return collection(last, value -> value, ArrayList::new);
        } else if (type.getRawType() == Set.class) {
            // A set has no order of its own, but the same specs must become the same bytes.
            return collection(last, value -> value.stream().sorted().toList(), LinkedHashSet::new);
        } else if (type.getRawType() == SortedMap.class && arguments[0] == String.class) {
            return sortedMap(of(String.class), last);
        }
        throw new IllegalArgumentException("there is no format of " + type);
    }

    private void declare(Class<?> type, Object content) {
        declarations.append(type.getName()).append(' ').append(content).append('\n');
    }

    private static <T> ValueFormat<Optional<T>> optional(ValueFormat<T> format) {
        return new ValueFormat<>() {
            @Override
            public void write(Optional<T> value, ValueOutput out) throws IOException {
                out.writeBoolean(value.isPresent());
                if (value.isPresent()) {
                    format.write(value.get(), out);
                }
            }

            @Override
            public Optional<T> read(ValueInput in) throws IOException {
                return in.readBoolean() ? Optional.of(format.read(in)) : Optional.empty();
            }
        };
    }

    private static <T, C extends Collection<T>> ValueFormat<C> collection(
            ValueFormat<T> format, Function<C, Collection<T>> sorted, Function<List<T>, C> copy) {
        return new ValueFormat<>() {
            @Override
            public void write(C values, ValueOutput out) throws IOException {
                out.writeCount(values.size());
                for (T value : sorted.apply(values)) {
                    format.write(value, out);
                }
            }

            @Override
            public C read(ValueInput in) throws IOException {
                int size = in.readCount();
                List<T> values = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    values.add(format.read(in));
                }
                return copy.apply(values);
            }
        };
    }

    private static <T> ValueFormat<SortedMap<String, T>> sortedMap(ValueFormat<String> keys, ValueFormat<T> values) {
        return new ValueFormat<>() {
            @Override
            public void write(SortedMap<String, T> map, ValueOutput out) throws IOException {
                out.writeCount(map.size());
                for (Map.Entry<String, T> entry : map.entrySet()) {
                    keys.write(entry.getKey(), out);
                    values.write(entry.getValue(), out);
                }
            }

            @Override
            public SortedMap<String, T> read(ValueInput in) throws IOException {
                SortedMap<String, T> map = new TreeMap<>();
                for (int size = in.readCount(); size > 0; size--) {
                    String key = keys.read(in);
                    map.put(key, values.read(in));
                }
                return map;
            }
        };
    }

    private static <T> ValueFormat<T> once(ValueFormat<T> format) {
        return new ValueFormat<>() {
            @Override
            public void write(T value, ValueOutput out) throws IOException {
                out.writeOnce(value, format);
            }

            @Override
            public T read(ValueInput in) throws IOException {
                return in.readOnce(format);
            }
        };
    }

    private static <T, S> ValueFormat<T> mapped(ValueFormat<S> format, Function<T, S> to, Function<S, T> from) {
        return new ValueFormat<>() {
            @Override
            public void write(T value, ValueOutput out) throws IOException {
                format.write(to.apply(value), out);
            }

            @Override
            public T read(ValueInput in) throws IOException {
                return from.apply(format.read(in));
            }
        };
    }

    private interface Writer<T> {
        void write(ValueOutput out, T value) throws IOException;
    }

    private static <T> ValueFormat<T> format(Writer<T> writer, Function<ValueInput, T> reader) {
        return new ValueFormat<>() {
            @Override
            public void write(T value, ValueOutput out) throws IOException {
                writer.write(out, value);
            }

            @Override
            public T read(ValueInput in) {
                return reader.apply(in);
            }
        };
    }

    /** The components of a record, in order. */
    private final class RecordFormat implements ValueFormat<Object> {
        private final RecordComponent[] components;
        private final List<ValueFormat<Object>> formats = new ArrayList<>();
        private final Constructor<?> constructor;

        RecordFormat(Class<?> type) {
            components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                constructor = type.getDeclaredConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
            declare(
                    type,
                    Arrays.stream(components)
                            .map(each -> each.getName() + ": "
                                    + each.getGenericType().getTypeName())
                            .collect(Collectors.joining(", ")));
        }

        @SuppressWarnings("unchecked")
        void findComponents() {
            for (RecordComponent component : components) {
                formats.add((ValueFormat<Object>) find(component.getGenericType()));
            }
        }

        @Override
        public void write(Object value, ValueOutput out) throws IOException {
            for (int i = 0; i < components.length; i++) {
                formats.get(i).write(component(components[i].getAccessor(), value), out);
            }
        }

        @Override
        public Object read(ValueInput in) throws IOException {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = formats.get(i).read(in);
            }
            try {
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IOException("not a " + constructor, e);
            }
        }

        private static Object component(Method accessor, Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The number of the type of a value, and the value. */
    private final class SealedFormat implements ValueFormat<Object> {
        private final Map<Class<?>, ValueFormat<Object>> types = new LinkedHashMap<>();

        @SuppressWarnings("unchecked")
        void findTypes(Class<?> sealed) {
            Class<?>[] permitted = sealed.getPermittedSubclasses();
            declare(sealed, Arrays.toString(permitted));
            for (Class<?> type : permitted) {
                types.put(type, (ValueFormat<Object>) find(type));
            }
        }

        @Override
        public void write(Object value, ValueOutput out) throws IOException {
            int number = 0;
            for (Map.Entry<Class<?>, ValueFormat<Object>> type : types.entrySet()) {
                if (type.getKey().isInstance(value)) {
                    out.writeCount(number);
                    type.getValue().write(value, out);
                    return;
                }
                number++;
            }
            throw new IllegalArgumentException("not one of " + types.keySet() + ": " + value);
        }

        @Override
        public Object read(ValueInput in) throws IOException {
            int number = in.readCount();
            for (ValueFormat<Object> format : types.values()) {
                if (number-- == 0) {
                    return format.read(in);
                }
            }
            throw new IOException("not one of " + types.keySet());
        }
    }
}

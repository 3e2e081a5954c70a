package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The call of the query that settles a write, using only the fields of the write's request: each field of the query
 * gets the value of the field with the same name.
 *
 * @param needs fields that the query requires: for each list, the first field that the request has
 * @param takes optional fields of the query, used if the request has them
 * @param declines flags that the query requires, for instance whether to list details, which are false
 * @param lacks fields that the query requires and the request never has: for each list, any of the fields would suffice
 */
public record Settlement(
        List<List<String>> needs, List<String> takes, List<String> declines, List<List<String>> lacks) {
    public Settlement {
        needs = List.copyOf(needs);
        takes = List.copyOf(takes);
        declines = List.copyOf(declines);
        lacks = List.copyOf(lacks);
    }

    /**
     * Returns how to call a query.
     *
     * @param types returns a shared type by its id
     */
    public static Settlement of(Operation write, Operation query, Function<String, SharedType> types) {
        return new Plan(write, types).of(query);
    }

    /** Returns true if the query can be called with a request that has the required fields. */
    public boolean isPossible() {
        return lacks.isEmpty();
    }

    private static final class Plan {
        private final Operation write;
        private final Function<String, SharedType> types;
        private final Map<String, Field> held = new HashMap<>();
        private final Set<String> inPath = new HashSet<>();
        private final List<List<String>> needs = new ArrayList<>();
        private final List<String> takes = new ArrayList<>();
        private final List<String> declines = new ArrayList<>();
        private final List<List<String>> lacks = new ArrayList<>();

        Plan(Operation write, Function<String, SharedType> types) {
            this.write = write;
            this.types = types;
            write.request().query().forEach(field -> held.put(field.name(), field));
            write.request().shape().fields().forEach(field -> held.put(field.name(), field));
            write.request().path().forEach(field -> {
                held.put(field.name(), field);
                inPath.add(field.name());
            });
        }

        Settlement of(Operation query) {
            query.request().path().forEach(this::need);
            Map<String, Field> fields = new HashMap<>();
            Set<String> grouped = new HashSet<>();
            query.request().shape().groups().forEach(group -> grouped.addAll(group.names()));
            for (Field field : query.request().given()) {
                fields.put(field.name(), field);
                // The query itself provides its constants and defaults.
                boolean own = field.source().constant().isPresent()
                        || field.source().defaultValue().isPresent();
                if (!own && !grouped.contains(field.name())) {
                    plain(field, query.request().headers().contains(field));
                }
            }
            query.request().shape().groups().forEach(group -> group(group, fields));
            return new Settlement(needs, takes, declines, lacks);
        }

        private void plain(Field field, boolean header) {
            if (field.source().fill().isPresent()) {
                filled(field);
            } else if (field.required() && field.type() == FieldType.Scalar.BOOLEAN && !field.list()) {
                declines.add(field.name());
            } else if (field.required()) {
                need(field);
            } else if (!header && canCarry(field)) {
                carry(field.name());
            }
        }

        /**
         * Passes on a field that identifies the object of the request. A field that every request has is always passed
         * on.
         */
        private void carry(String name) {
            if (isAlwaysHeld(name)) {
                needs.add(List.of(name));
            } else {
                takes.add(name);
            }
        }

        private boolean isAlwaysHeld(String name) {
            return inPath.contains(name)
                    || Objects.requireNonNull(held.get(name), name).required();
        }

        /**
         * Handles a field that the configuration fills in: it must not identify another party than the request does.
         */
        private void filled(Field field) {
            Field sent = held.get(field.name());
            if (sent == null) {
                // The caller itself is always the configured one, but the merchant that it acts for may differ.
                if (field.source().fill().equals(Optional.of(FillKey.SUB_MCHID))) {
                    lacks.add(List.of(field.name()));
                }
            } else if (!canCarry(field)) {
                lacks.add(List.of(field.name()));
            } else if (sent.source().fill().isPresent()) {
                takes.add(field.name());
            } else {
                needs.add(List.of(field.name()));
            }
        }

        private void need(Field field) {
            (canCarry(field) ? needs : lacks).add(List.of(field.name()));
        }

        private void group(FieldGroup group, Map<String, Field> fields) {
            List<String> candidates = group.names().stream()
                    .filter(name -> fields.containsKey(name) && canCarry(fields.get(name)))
                    .sorted(Comparator.comparing(this::rank))
                    .toList();
            if (candidates.isEmpty()) {
                lacks.add(group.names());
            } else {
                needs.add(candidates);
            }
        }

        /**
         * Returns the rank of a number: the number of the write itself precedes those of related objects, for instance
         * a refund's number that of its order.
         */
        private int rank(String name) {
            if (!isAlwaysHeld(name)) {
                return 2;
            }
            return write.effects().echoes().contains(name) ? 0 : 1;
        }

        /** Returns true if the request has the value of a query's field, unencrypted and of the same type. */
        private boolean canCarry(Field field) {
            Field sent = held.get(field.name());
            return sent != null
                    && isOpen(sent)
                    && isOpen(field)
                    && kind(field).isPresent()
                    && kind(field).equals(kind(sent));
        }

        private static boolean isOpen(Field field) {
            return !field.list()
                    && !field.indexed()
                    && field.wire().encoded().isEmpty()
                    && field.wire().encrypted().isEmpty()
                    && field.wire().signed().isEmpty()
                    && field.source().constant().isEmpty();
        }

        /** Returns the type of a text or whole number, which can be passed on; empty for other types. */
        private Optional<FieldType.Scalar> kind(Field field) {
            FieldType type = field.type();
            if (type instanceof FieldType.InlineEnum inline) {
                return Optional.of(kind(inline.shape()));
            }
            if (type instanceof FieldType.Reference reference) {
                return types.apply(reference.typeId()).shape() instanceof TypeShape.OfEnum shared
                        ? Optional.of(kind(shared.shape()))
                        : Optional.empty();
            }
            return type == FieldType.Scalar.STRING || type == FieldType.Scalar.INTEGER
                    ? Optional.of((FieldType.Scalar) type)
                    : Optional.empty();
        }

        private static FieldType.Scalar kind(EnumShape shape) {
            return shape.integers() ? FieldType.Scalar.INTEGER : FieldType.Scalar.STRING;
        }
    }
}

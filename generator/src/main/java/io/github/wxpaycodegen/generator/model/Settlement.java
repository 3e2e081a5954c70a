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
 * How the query that settles a write is called with nothing but what the write's request holds: each field of the query has
 * the value of the field of the same name.
 *
 * @param needs what the query cannot do without: of each list it takes the first field that the request has
 * @param takes what the query takes beside that, as far as the request has it
 * @param declines flags that the query requires, whether to list details for instance, which are false
 * @param lacks what the query needs and the request never has: of each list any field would do
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
     * Returns how a query is called.
     *
     * @param types returns a shared type by its id
     */
    public static Settlement of(Operation write, Operation query, Function<String, SharedType> types) {
        return new Plan(write, types).of(query);
    }

    /** Returns whether the query can be called, given a request that has what it needs. */
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
                // A constant or a default of the query is its own affair.
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

        /** Passes on a field that identifies the request's subject; a field that every request has is always passed on. */
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

        /** A field that the configuration fills in, which must not name another party than the request does. */
        private void filled(Field field) {
            Field sent = held.get(field.name());
            if (sent == null) {
                // The caller itself is whom the configuration says; a merchant that it acts for need not be.
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

        /** Puts the number of the write itself before numbers of what it is about: a refund's before its order's. */
        private int rank(String name) {
            if (!isAlwaysHeld(name)) {
                return 2;
            }
            return write.effects().echoes().contains(name) ? 0 : 1;
        }

        /** Returns whether the request has the value of a query's field, unencrypted and of the same type. */
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

        /** Text and whole numbers can be passed on; empty for anything else. */
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

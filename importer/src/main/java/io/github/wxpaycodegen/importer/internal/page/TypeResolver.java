package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.page.TsType.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns types of TypeScript into fields. */
final class TypeResolver {
    private static final int MAX_DEPTH = 20;
    private static final Set<String> NOTHING = Set.of("null", "undefined", "void", "never");
    private static final Set<String> UNKNOWN = Set.of("any", "unknown", "object", "Object", "Record", "Function");

    private final List<Declaration> declarations;
    private final boolean v3;
    private final Findings findings;

    /**
     * Creates a resolver.
     *
     * @param v3 true if a {@code Date} is a time in RFC 3339; in v2 its form differs from field to field
     */
    TypeResolver(List<Declaration> declarations, boolean v3, Findings findings) {
        this.declarations = declarations;
        this.v3 = v3;
        this.findings = findings;
    }

    /** Returns the fields of an interface, with those of the interfaces that it extends. */
    List<ApiField> fields(Declaration declaration) {
        return members(declaration, 0).stream()
                .map(member -> field(member, declaration.namespace(), 0))
                .toList();
    }

    /** Returns the members of an interface, with those of the interfaces that it extends. */
    List<Member> members(Declaration declaration) {
        return members(declaration, 0);
    }

    private List<Member> members(Declaration declaration, int depth) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (TsType parent : declaration.parents()) {
            if (parent instanceof TsType.Named named && depth < MAX_DEPTH) {
                find(named.name(), declaration.namespace())
                        .ifPresent(found -> members(found, depth + 1).forEach(each -> members.put(each.name(), each)));
            }
        }
        members(declaration.type(), declaration.namespace(), depth).forEach(each -> members.put(each.name(), each));
        return List.copyOf(members.values());
    }

    private List<Member> members(TsType type, List<String> namespace, int depth) {
        if (type instanceof TsType.ObjectOf object) {
            return object.members();
        } else if (type instanceof TsType.Intersection intersection) {
            return intersection.types().stream()
                    .flatMap(each -> members(each, namespace, depth).stream())
                    .toList();
        } else if (type instanceof TsType.Named named && depth < MAX_DEPTH) {
            return find(named.name(), namespace)
                    .map(found -> members(found, depth + 1))
                    .orElse(List.of());
        }
        return List.of();
    }

    /** Returns a member as a field. */
    ApiField field(Member member, List<String> namespace) {
        return field(member, namespace, 0);
    }

    private ApiField field(Member member, List<String> namespace, int depth) {
        Value value = value(member.type(), namespace, member, depth);
        Map<String, Object> attributes = new LinkedHashMap<>(value.attributes);
        if (value.list) {
            attributes.put("list", true);
        }
        attributes.put("required", !member.optional() && !value.nullable);
        return new ApiField(member.name(), attributes, value.fields);
    }

    private Value value(TsType type, List<String> namespace, Member member, int depth) {
        if (depth > MAX_DEPTH) {
            findings.add(member.span(), "`" + member.name() + "` contains itself: imported as a string");
            return new Value("string");
        }
        if (type instanceof TsType.Literal literal) {
            return literals(List.of(literal));
        } else if (type instanceof TsType.ArrayOf array) {
            return list(value(array.element(), namespace, member, depth + 1), member);
        } else if (type instanceof TsType.Tuple tuple) {
            return tuple(tuple, namespace, member, depth);
        } else if (type instanceof TsType.Union union) {
            return union(union, namespace, member, depth);
        } else if (type instanceof TsType.ObjectOf || type instanceof TsType.Intersection) {
            return object(members(type, namespace, depth), namespace, member, depth);
        } else if (type instanceof TsType.Indexed indexed) {
            return indexed(indexed, namespace, member, depth);
        } else if (type instanceof TsType.TypeOf of) {
            return declared(of.name(), namespace, member, depth);
        }
        return named((TsType.Named) type, namespace, member, depth);
    }

    private static Value literals(List<TsType.Literal> literals) {
        List<Object> values =
                literals.stream().map(TsType.Literal::value).distinct().toList();
        if (values.stream().allMatch(Boolean.class::isInstance)) {
            return new Value("boolean");
        }
        boolean integers = values.stream().allMatch(Long.class::isInstance);
        Value value = new Value(integers ? "integer" : "string");
        value.attributes.put(
                "enum",
                integers ? values : values.stream().map(Object::toString).toList());
        value.attributes.remove("type");
        return value;
    }

    private Value list(Value element, Member member) {
        if (element.list) {
            findings.add(member.span(), "`" + member.name() + "` is a list of lists: imported as one list");
        }
        element.list = true;
        return element;
    }

    private Value tuple(TsType.Tuple tuple, List<String> namespace, Member member, int depth) {
        if (tuple.elements().isEmpty()) {
            return list(new Value("string"), member);
        }
        List<Value> elements = tuple.elements().stream()
                .map(element -> value(element, namespace, member, depth + 1))
                .toList();
        Value first = elements.get(0);
        if (elements.stream().anyMatch(each -> !each.attributes.equals(first.attributes))) {
            findings.add(tuple.span(), "`" + member.name() + "` has elements of several types: the first was imported");
        }
        return list(first, member);
    }

    private Value union(TsType.Union union, List<String> namespace, Member member, int depth) {
        List<TsType> types = new ArrayList<>();
        boolean nullable = false;
        for (TsType type : union.types()) {
            if (type instanceof TsType.Named named && NOTHING.contains(named.name())) {
                nullable = true;
            } else {
                types.add(type);
            }
        }
        Value value = types.stream().allMatch(TsType.Literal.class::isInstance) && !types.isEmpty()
                ? literals(types.stream().map(TsType.Literal.class::cast).toList())
                : mixed(types, union, namespace, member, depth);
        value.nullable |= nullable;
        return value;
    }

    private Value mixed(List<TsType> types, TsType.Union union, List<String> namespace, Member member, int depth) {
        Set<String> names = new LinkedHashSet<>();
        types.stream().filter(TsType.Named.class::isInstance).forEach(type -> names.add(((TsType.Named) type).name()));
        boolean texts = names.contains("string")
                && types.stream()
                        .allMatch(type -> type instanceof TsType.Literal
                                || (type instanceof TsType.Named named
                                        && Set.of("string", "Date").contains(named.name())));
        if (texts) {
            return names.contains("Date") && v3 ? new Value("date-time") : new Value("string");
        }
        if (types.isEmpty()) {
            return new Value("string");
        }
        findings.add(union.span(), "`" + member.name() + "` has several types: the first was imported");
        return value(types.get(0), namespace, member, depth + 1);
    }

    private Value object(List<Member> members, List<String> namespace, Member member, int depth) {
        Value value = new Value("object");
        value.attributes.remove("type");
        value.fields =
                members.stream().map(each -> field(each, namespace, depth + 1)).toList();
        if (members.isEmpty()) {
            value.attributes.put("fields", Map.of());
            findings.add(member.span(), "`" + member.name() + "` is an object whose fields are not declared");
        }
        return value;
    }

    private Value indexed(TsType.Indexed indexed, List<String> namespace, Member member, int depth) {
        Optional<Member> found = Optional.empty();
        if (indexed.key() instanceof TsType.Literal key) {
            found = members(indexed.object(), namespace, depth).stream()
                    .filter(each -> each.name().equals(key.value().toString()))
                    .findFirst();
        } else if (isNumber(indexed.key())) {
            Value list = value(indexed.object(), namespace, member, depth + 1);
            list.list = false;
            return list;
        }
        if (found.isEmpty()) {
            findings.add(indexed.span(), "the type of `" + member.name() + "` is not declared: imported as a string");
            return new Value("string");
        }
        return value(found.get().type(), namespace, member, depth + 1);
    }

    private static boolean isNumber(TsType type) {
        return type instanceof TsType.Named named && named.name().equals("number");
    }

    private Value named(TsType.Named named, List<String> namespace, Member member, int depth) {
        switch (named.name()) {
            case "string", "number", "boolean" -> {
                return new Value(named.name());
            }
            case "bigint" -> {
                return new Value("integer");
            }
            case "Date" -> {
                return new Value(v3 ? "date-time" : "string");
            }
            case "Array", "ReadonlyArray" -> {
                TsType element = named.arguments().isEmpty()
                        ? new TsType.Named("string", List.of(), named.span())
                        : named.arguments().get(0);
                return list(value(element, namespace, member, depth + 1), member);
            }
            case "Buffer", "ReadStream", "Blob", "File", "Readable" -> {
                return new Value("file");
            }
            default -> {
                return UNKNOWN.contains(named.name())
                        ? object(List.of(), namespace, member, depth)
                        : declared(named.name(), namespace, member, depth);
            }
        }
    }

    private Value declared(String name, List<String> namespace, Member member, int depth) {
        Optional<Declaration> found = find(name, namespace);
        if (found.isEmpty()) {
            findings.add(member.span(), "unknown type `" + name + "`: imported as a string");
            return new Value("string");
        }
        Declaration declaration = found.get();
        boolean object = declaration.type() instanceof TsType.ObjectOf;
        return object
                ? object(members(declaration, depth + 1), declaration.namespace(), member, depth)
                : value(declaration.type(), declaration.namespace(), member, depth + 1);
    }

    /** Returns the declaration of a name in the nearest namespace that has it. */
    Optional<Declaration> find(String name, List<String> namespace) {
        List<String> parts = List.of(name.split("\\.", -1));
        List<String> inner = parts.subList(0, parts.size() - 1);
        String last = parts.get(parts.size() - 1);
        for (int length = namespace.size(); length >= 0; length--) {
            List<String> full = new ArrayList<>(namespace.subList(0, length));
            full.addAll(inner);
            Optional<Declaration> found = declarations.stream()
                    .filter(each -> each.name().equals(last) && each.namespace().equals(full))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A type as attributes of a field. */
    private static final class Value {
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private List<ApiField> fields = List.of();
        private boolean list;
        private boolean nullable;

        Value(String type) {
            attributes.put("type", type);
        }
    }
}

package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.page.TsType.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns types of TypeScript into fields. */
final class TypeResolver {
    /** Aliases of aliases, and interfaces that extend each other, end here. */
    private static final int MAX_DEPTH = 50;
    /** The largest endpoint has a tenth of it. Types that name each other several times would never end otherwise. */
    private static final int MAX_FIELDS = 20_000;
    /** Types that are composed of themselves multiply with each step. */
    private static final int MAX_STEPS = 200_000;
    /** Specs cannot nest deeper. */
    private static final int MAX_LEVELS = 20;

    private static final Set<String> NOTHING = Set.of("null", "undefined", "void", "never");
    private static final Set<String> UNKNOWN = Set.of("any", "unknown", "object", "Object", "Record", "Function");
    private static final Set<String> LISTS = Set.of("Array", "ReadonlyArray", "Set");
    /** Types of TypeScript that have the members of their first argument, or some of them. */
    private static final Set<String> UTILITIES =
            Set.of("Partial", "Required", "Readonly", "NonNullable", "Pick", "Omit");

    private static final Set<String> FILES = Set.of("Buffer", "ReadStream", "Blob", "File", "Readable");

    private final Map<String, List<Declaration>> declarations = new HashMap<>();
    private final boolean v3;
    private final Findings findings;
    /** Interfaces whose fields are being read. */
    private final Deque<Declaration> open = new ArrayDeque<>();

    private int levels;
    private int fields;
    private int steps;

    /**
     * Creates a resolver.
     *
     * @param v3 true if a {@code Date} is a time in RFC 3339; in v2 its form differs from field to field
     */
    TypeResolver(List<Declaration> declarations, boolean v3, Findings findings) {
        declarations.forEach(each -> this.declarations
                .computeIfAbsent(key(each.namespace(), each.name()), key -> new ArrayList<>())
                .add(each));
        this.v3 = v3;
        this.findings = findings;
    }

    private static String key(List<String> namespace, String name) {
        return String.join(".", namespace) + "." + name;
    }

    /** A type, and the namespace in which its names are to be understood. */
    private record Scoped(TsType type, List<String> namespace) {}

    /** A member, and the namespace in which the names of its type are to be understood. */
    record ScopedMember(Member member, List<String> namespace) {
        private ScopedMember optional(boolean optional) {
            return new ScopedMember(new Member(member.name(), optional, member.type(), member.span()), namespace);
        }
    }

    /** Returns true if types were so large, or composed of themselves so often, that they were read in part. */
    boolean isExhausted() {
        return steps > MAX_STEPS || fields > MAX_FIELDS;
    }

    /** Returns the fields of an interface, with those of the interfaces that it extends. */
    List<ApiField> fields(Declaration declaration) {
        open.push(declaration);
        List<ApiField> read = members(declaration).stream().map(this::field).toList();
        open.pop();
        return read;
    }

    /** Returns the members of an interface, with those of the interfaces that it extends. */
    List<ScopedMember> members(Declaration declaration) {
        return List.copyOf(members(declaration, 0).values());
    }

    private Map<String, ScopedMember> members(Declaration declaration, int depth) {
        Map<String, ScopedMember> members = new LinkedHashMap<>();
        // An interface that is declared several times has the members of all its declarations.
        for (Declaration part : same(declaration)) {
            for (TsType parent : part.parents()) {
                if (depth < MAX_DEPTH && !isOfClient(parent)) {
                    if (parent instanceof TsType.Named named
                            && !UTILITIES.contains(named.name())
                            && find(named.name(), part.namespace()).isEmpty()) {
                        findings.add(
                                named.span(), "unknown type `" + named.name() + "`: its members were not imported");
                    }
                    members.putAll(members(new Scoped(parent, part.namespace()), depth + 1));
                }
            }
            members.putAll(members(new Scoped(part.type(), part.namespace()), depth));
        }
        return members;
    }

    private List<Declaration> same(Declaration declaration) {
        return declaration.type() instanceof TsType.ObjectOf
                ? declarations.getOrDefault(key(declaration.namespace(), declaration.name()), List.of(declaration))
                : List.of(declaration);
    }

    /** Types of the HTTP client and of Node.js, whose members are not those of a message. */
    private static boolean isOfClient(TsType type) {
        return type instanceof TsType.Named named
                && (named.name().matches("(.*[.])?(Axios.*|.*Stream|Multipart|FormData|URLSearchParams)")
                        || FILES.contains(named.name()));
    }

    private Map<String, ScopedMember> members(Scoped scoped, int depth) {
        if (scoped.type() instanceof TsType.ObjectOf object) {
            return members(object, scoped.namespace());
        }
        Map<String, ScopedMember> members = new LinkedHashMap<>();
        Optional<Scoped> type = depth > MAX_DEPTH || ++steps > MAX_STEPS ? Optional.empty() : followed(scoped, depth);
        if (type.isEmpty()) {
            return members;
        }
        List<String> namespace = type.get().namespace();
        if (type.get().type() instanceof TsType.ObjectOf object) {
            return members(object, namespace);
        } else if (type.get().type() instanceof TsType.Intersection intersection) {
            intersection.types().forEach(each -> members.putAll(members(new Scoped(each, namespace), depth + 1)));
        } else if (type.get().type() instanceof TsType.Named named) {
            if (UTILITIES.contains(named.name()) && !named.arguments().isEmpty()) {
                members.putAll(utility(named, namespace, depth));
            } else {
                find(named.name(), namespace).ifPresent(found -> members.putAll(members(found, depth + 1)));
            }
        }
        return members;
    }

    private static Map<String, ScopedMember> members(TsType.ObjectOf object, List<String> namespace) {
        Map<String, ScopedMember> members = new LinkedHashMap<>();
        object.members().forEach(each -> members.put(each.name(), new ScopedMember(each, namespace)));
        return members;
    }

    private Map<String, ScopedMember> utility(TsType.Named named, List<String> namespace, int depth) {
        Map<String, ScopedMember> members = members(new Scoped(named.arguments().get(0), namespace), depth + 1);
        switch (named.name()) {
            case "Partial" -> members.replaceAll((name, member) -> member.optional(true));
            case "Required" -> members.replaceAll((name, member) -> member.optional(false));
            case "Pick" -> members.keySet().retainAll(texts(named, namespace));
            case "Omit" -> members.keySet().removeAll(texts(named, namespace));
            default -> {
                // The others have the same members.
            }
        }
        return members;
    }

    /** Returns the names that the second argument of a utility type lists. */
    private List<String> texts(TsType.Named named, List<String> namespace) {
        List<String> texts = new ArrayList<>();
        if (named.arguments().size() > 1) {
            for (Scoped each : alternatives(new Scoped(named.arguments().get(1), namespace))) {
                if (each.type() instanceof TsType.Literal literal) {
                    texts.add(literal.value().toString());
                } else {
                    findings.add(named.span(), "`" + named.name() + "` does not list names: some were not understood");
                }
            }
        }
        return texts;
    }

    /** Follows aliases, types of variables and types of members; empty if one leads nowhere. */
    private Optional<Scoped> followed(Scoped scoped, int depth) {
        Optional<Scoped> type = Optional.of(scoped);
        for (int hops = depth; type.isPresent() && hops <= MAX_DEPTH; hops++) {
            Scoped present = type.get();
            if (present.type() instanceof TsType.Named named) {
                Optional<Declaration> found = find(named.name(), present.namespace());
                if (found.isEmpty() || found.get().type() instanceof TsType.ObjectOf) {
                    return type;
                }
                type = found.map(each -> new Scoped(each.type(), each.namespace()));
            } else if (present.type() instanceof TsType.TypeOf of) {
                type = find(of.name(), present.namespace()).map(each -> new Scoped(each.type(), each.namespace()));
            } else if (present.type() instanceof TsType.Indexed indexed) {
                type = member(indexed, present.namespace(), hops + 1);
            } else {
                return type;
            }
        }
        return Optional.empty();
    }

    private Optional<Scoped> member(TsType.Indexed indexed, List<String> namespace, int depth) {
        Scoped object = new Scoped(indexed.object(), namespace);
        if (indexed.key() instanceof TsType.Literal key && key.value() instanceof String name) {
            return Optional.ofNullable(members(object, depth).get(name))
                    .map(found -> new Scoped(found.member().type(), found.namespace()));
        }
        boolean element = indexed.key() instanceof TsType.Literal
                || (indexed.key() instanceof TsType.Named named && named.name().equals("number"));
        return element ? followed(object, depth).flatMap(TypeResolver::element) : Optional.empty();
    }

    private static Optional<Scoped> element(Scoped list) {
        Optional<TsType> element = Optional.empty();
        if (list.type() instanceof TsType.ArrayOf array) {
            element = Optional.of(array.element());
        } else if (list.type() instanceof TsType.Tuple tuple) {
            element = tuple.elements().stream().findFirst();
        } else if (list.type() instanceof TsType.Named named && LISTS.contains(named.name())) {
            element = named.arguments().stream().findFirst();
        }
        return element.map(type -> new Scoped(type, list.namespace()));
    }

    /** Returns a member as a field. */
    ApiField field(ScopedMember scoped) {
        Member member = scoped.member();
        Value value = value(new Scoped(member.type(), scoped.namespace()), member, 0);
        Map<String, Object> attributes = new LinkedHashMap<>(value.attributes);
        if (value.list) {
            attributes.put("list", true);
        }
        attributes.put("required", !member.optional() && !value.nullable);
        return new ApiField(member.name(), attributes, value.fields);
    }

    private Value value(Scoped scoped, Member member, int depth) {
        if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
            return asString(member.span(), "`" + member.name() + "` contains itself: imported as a string");
        }
        TsType type = scoped.type();
        if (type instanceof TsType.Literal literal) {
            return literals(List.of(literal));
        } else if (type instanceof TsType.ArrayOf array) {
            return list(value(new Scoped(array.element(), scoped.namespace()), member, depth + 1), member);
        } else if (type instanceof TsType.Tuple tuple) {
            return tuple(tuple, scoped.namespace(), member, depth);
        } else if (type instanceof TsType.Union union) {
            return union(union, scoped.namespace(), member, depth);
        } else if (type instanceof TsType.ObjectOf || type instanceof TsType.Intersection) {
            return object(members(scoped, 0).values(), member);
        } else if (type instanceof TsType.Named named) {
            return named(named, scoped.namespace(), member, depth);
        }
        Optional<Scoped> followed = followed(scoped, 0);
        if (followed.isEmpty()) {
            SourceSpan place = type instanceof TsType.Indexed indexed ? indexed.span() : member.span();
            return asString(place, "the type of `" + member.name() + "` is not declared: imported as a string");
        }
        return value(followed.get(), member, depth + 1);
    }

    private Value asString(SourceSpan place, String finding) {
        findings.add(place, finding);
        return new Value("string");
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
                integers
                        ? values
                        : values.stream().map(Object::toString).distinct().toList());
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
                .map(element -> value(new Scoped(element, namespace), member, depth + 1))
                .toList();
        Value first = elements.get(0);
        if (elements.stream().anyMatch(each -> !each.attributes.equals(first.attributes))) {
            findings.add(tuple.span(), "`" + member.name() + "` has elements of several types: the first was imported");
        }
        return list(first, member);
    }

    /** Returns the alternatives of a union, also of those within it. */
    private List<Scoped> alternatives(Scoped scoped) {
        List<Scoped> alternatives = new ArrayList<>();
        alternatives(scoped, Collections.newSetFromMap(new IdentityHashMap<>()), alternatives);
        return alternatives;
    }

    private void alternatives(Scoped scoped, Set<TsType> visited, List<Scoped> alternatives) {
        Scoped type = followed(scoped, 0).orElse(scoped);
        if (!(type.type() instanceof TsType.Union union)) {
            alternatives.add(type);
        } else if (visited.add(union)) {
            union.types().forEach(each -> alternatives(new Scoped(each, type.namespace()), visited, alternatives));
        }
    }

    private Value union(TsType.Union union, List<String> namespace, Member member, int depth) {
        List<Scoped> types = new ArrayList<>();
        boolean nullable = false;
        for (Scoped each : alternatives(new Scoped(union, namespace))) {
            if (each.type() instanceof TsType.Named named && NOTHING.contains(named.name())) {
                nullable = true;
            } else {
                types.add(each);
            }
        }
        Value value = types.size() == 1
                ? value(types.get(0), member, depth + 1)
                : literalsOf(types).orElseGet(() -> mixed(types, union, member, depth));
        value.nullable |= nullable;
        return value;
    }

    private static Optional<Value> literalsOf(List<Scoped> types) {
        boolean literals = !types.isEmpty() && types.stream().allMatch(each -> each.type() instanceof TsType.Literal);
        return literals
                ? Optional.of(literals(
                        types.stream().map(each -> (TsType.Literal) each.type()).toList()))
                : Optional.empty();
    }

    private Value mixed(List<Scoped> types, TsType.Union union, Member member, int depth) {
        if (types.isEmpty()) {
            return new Value("string");
        }
        if (allAre("string", String.class, types)) {
            boolean date = types.stream().anyMatch(each -> isNamed(each, "Date"));
            return new Value(date && v3 ? "date-time" : "string");
        } else if (allAre("number", Long.class, types)) {
            return new Value("number");
        } else if (allAre("boolean", Boolean.class, types)) {
            return new Value("boolean");
        }
        findings.add(union.span(), "`" + member.name() + "` has several types: the first was imported");
        return value(types.get(0), member, depth + 1);
    }

    /** Returns true if all are a type or values of it, so that the values are mere examples. */
    private static boolean allAre(String type, Class<?> values, List<Scoped> types) {
        return types.stream().anyMatch(each -> isNamed(each, type))
                && types.stream()
                        .allMatch(each -> isNamed(each, type)
                                || (type.equals("string") && isNamed(each, "Date"))
                                || (each.type() instanceof TsType.Literal literal
                                        && values.isInstance(literal.value())));
    }

    private static boolean isNamed(Scoped scoped, String name) {
        return scoped.type() instanceof TsType.Named named && named.name().equals(name);
    }

    private Value object(Collection<ScopedMember> members, Member member) {
        fields += members.size();
        if (fields > MAX_FIELDS) {
            return asString(member.span(), "`" + member.name() + "` has too many fields: imported as a string");
        }
        if (levels >= MAX_LEVELS) {
            return asString(member.span(), "`" + member.name() + "` is nested too deeply: imported as a string");
        }
        Value value = new Value("object");
        value.attributes.remove("type");
        levels++;
        value.fields = members.stream().map(this::field).toList();
        levels--;
        if (members.isEmpty()) {
            value.attributes.put("fields", Map.of());
            findings.add(member.span(), "`" + member.name() + "` is an object whose fields are not declared");
        }
        return value;
    }

    private Value named(TsType.Named named, List<String> namespace, Member member, int depth) {
        Optional<Declaration> found = find(named.name(), namespace);
        if (found.isPresent()) {
            return declared(found.get(), member, depth);
        }
        String name = named.name();
        if (Set.of("string", "number", "boolean").contains(name)) {
            return new Value(name);
        } else if (name.equals("bigint")) {
            return new Value("integer");
        } else if (name.equals("Date")) {
            return new Value(v3 ? "date-time" : "string");
        } else if (LISTS.contains(name)) {
            Value element = named.arguments().isEmpty()
                    ? new Value("string")
                    : value(new Scoped(named.arguments().get(0), namespace), member, depth + 1);
            return list(element, member);
        } else if (FILES.contains(name)) {
            return new Value("file");
        } else if (NOTHING.contains(name)) {
            Value nothing =
                    asString(named.span(), "`" + member.name() + "` has no value: imported as an optional string");
            nothing.nullable = true;
            return nothing;
        } else if (UTILITIES.contains(name) && !named.arguments().isEmpty()) {
            return utility(named, namespace, member, depth);
        } else if (UNKNOWN.contains(name)) {
            return object(List.of(), member);
        }
        return asString(member.span(), "unknown type `" + name + "`: imported as a string");
    }

    /** Utility types change the members of an object. Other values stay as they are. */
    private Value utility(TsType.Named named, List<String> namespace, Member member, int depth) {
        Map<String, ScopedMember> members = members(new Scoped(named, namespace), 0);
        return members.isEmpty()
                ? value(new Scoped(named.arguments().get(0), namespace), member, depth + 1)
                : object(members.values(), member);
    }

    private Value declared(Declaration declaration, Member member, int depth) {
        if (!(declaration.type() instanceof TsType.ObjectOf)) {
            return value(new Scoped(declaration.type(), declaration.namespace()), member, depth + 1);
        }
        if (open.contains(declaration)) {
            return asString(member.span(), "`" + member.name() + "` contains itself: imported as a string");
        }
        open.push(declaration);
        Value value = object(members(declaration), member);
        open.pop();
        return value;
    }

    /** Returns the declaration of a name in the nearest namespace that has it. */
    Optional<Declaration> find(String name, List<String> namespace) {
        int dot = name.lastIndexOf('.');
        for (int length = namespace.size(); length >= 0; length--) {
            List<String> full = new ArrayList<>(namespace.subList(0, length));
            if (dot >= 0) {
                full.addAll(List.of(name.substring(0, dot).split("\\.", -1)));
            }
            List<Declaration> found = declarations.get(key(full, name.substring(dot + 1)));
            if (found != null) {
                return Optional.of(found.get(0));
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

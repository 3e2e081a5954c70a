package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.read.CompiledSpec.TypesContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses the shared types of a folder. */
final class TypesParser {
    static final String FILE = "_types.yaml";
    private static final Set<String> KEYS = Set.of(
            "title",
            "description",
            "deprecated",
            "type",
            "enum",
            "fields",
            "exactlyOneOf",
            "atLeastOneOf",
            SuppressParser.KEY);
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private final NodeReader reader;
    private final TypeIndex index;

    TypesParser(NodeReader reader, TypeIndex index) {
        this.reader = reader;
        this.index = index;
    }

    /** Returns true if a path is that of a file of shared types. */
    static boolean isTypes(String path) {
        return path.substring(path.lastIndexOf('/') + 1).equals(FILE);
    }

    /** Declares the names of the types, so that other files can refer to them. */
    void declare(Mapping root) {
        types(root)
                .ifPresent(types ->
                        types.entries().keySet().forEach(name -> index.declare(TypeIndex.parent(reader.file()), name)));
    }

    TypesContent parse(Mapping root) {
        root.allow(Set.of("title", "products", "types"));
        if (!root.has("title") && !root.has("products")) {
            root.require("types", "{Name: {enum: [A, B]}}");
        }
        List<SharedType> shared = new ArrayList<>();
        types(root).ifPresent(types -> types.entries()
                .forEach((name, entry) -> parse(name, entry).ifPresent(shared::add)));
        return new TypesContent(shared, root.text("title"), root.flag("products"));
    }

    private Optional<Mapping> types(Mapping root) {
        return root.get("types").flatMap(node -> reader.mapping(node, "`types`"));
    }

    private Optional<SharedType> parse(String name, Mapping.Entry entry) {
        if (!NAME.matcher(name).matches()) {
            reader.problems()
                    .add(
                            Code.NAME_IMPOSSIBLE,
                            reader.span(entry.key()),
                            "`" + name + "` cannot be the name of a type",
                            "write it like BillState");
        }
        String folder = TypeIndex.parent(reader.file());
        return reader.mapping(entry.value(), "the type `" + name + "`").flatMap(mapping -> {
            mapping.allow(KEYS);
            SuppressParser.parse(entry, mapping);
            TypeParser types = new FieldParser(reader, index, folder).types();
            Optional<TypeShape> shape = Optional.empty();
            if (mapping.has("fields")) {
                String help = "omit it: `fields` make the type an object";
                types.misplaced(mapping, "type", "beside `fields`", help);
                types.misplaced(mapping, "enum", "beside `fields`", help);
            }
            if (mapping.has("enum") && !mapping.has("fields")) {
                if (!types.hasTypeOfEnum(mapping)) {
                    return Optional.empty();
                }
                boolean integers =
                        mapping.text("type").filter("integer"::equals).isPresent();
                shape = Optional.of(new TypeShape.OfEnum(types.enumeration(mapping, integers)));
            } else if (mapping.require("fields", "{name: {type: string}}").isPresent()) {
                shape = Optional.of(new TypeShape.OfObject(types.object(mapping)));
            }
            return shape.map(s -> new SharedType(
                    reader.span(entry.key()),
                    folder,
                    name,
                    mapping.text("title"),
                    mapping.text("description"),
                    mapping.text("deprecated"),
                    s));
        });
    }
}

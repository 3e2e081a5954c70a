package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.SharedType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The shared types, and how names are resolved in a folder. */
final class TypeIndex {
    private final Set<String> ids;
    private final Map<String, SharedType> types;

    /** The ids of the types that were looked up here. */
    private final Set<String> used = new TreeSet<>();

    TypeIndex() {
        this(new TreeSet<>(), new HashMap<>());
    }

    private TypeIndex(Set<String> ids, Map<String, SharedType> types) {
        this.ids = ids;
        this.types = types;
    }

    /** Returns an index of the same types, which remembers what is looked up for one file. */
    TypeIndex forFile() {
        return new TypeIndex(ids, types);
    }

    /** Returns the ids of the types that were looked up, including those whose definition was asked for. */
    Set<String> used() {
        return used;
    }

    void declare(String folder, String name) {
        ids.add(folder + "/" + name);
    }

    /** Adds the definition of a declared type, once its file has been read. */
    void define(SharedType type) {
        types.put(type.id(), type);
    }

    /** Returns the definition of a type; empty if its file has errors. */
    Optional<SharedType> definition(String id) {
        used.add(id);
        return Optional.ofNullable(types.get(id));
    }

    /**
     * Returns the type that a name refers to: with an absolute name, that type; otherwise the one in the folder or the
     * nearest folder above it.
     */
    Optional<String> resolve(String name, String folder, SourceSpan span, Problems problems) {
        if (name.contains("/")) {
            if (ids.contains(name)) {
                used.add(name);
                return Optional.of(name);
            }
            problems.add(Code.DANGLING_REFERENCE, span, "there is no shared type `" + name + "`", hint(name, ids));
            return Optional.empty();
        }
        Optional<String> found = find(name, folder);
        if (found.isPresent()) {
            return found;
        }
        problems.add(
                Code.DANGLING_REFERENCE,
                span,
                "neither " + folder + "/_types.yaml nor one above it declares `" + name + "`",
                hint(
                        name,
                        ids.stream()
                                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                                .toList()));
        return Optional.empty();
    }

    /** Returns the type of this name in the folder, or in the nearest folder above it. */
    Optional<String> find(String name, String folder) {
        for (String at = folder; !at.isEmpty(); at = parent(at)) {
            String id = at + "/" + name;
            if (ids.contains(id)) {
                used.add(id);
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    static String parent(String folder) {
        return folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
    }

    private static String hint(String name, Collection<String> candidates) {
        String suggestion = Suggestion.among(name, new TreeSet<>(candidates));
        return suggestion.startsWith("did") ? suggestion : "declare it in the _types.yaml of the folder";
    }
}

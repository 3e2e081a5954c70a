package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.model.SharedType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the compiled specs that would be parsed to the same content again, although other files have been added, replaced
 * or removed: those that see the same shared types.
 */
final class UnchangedSpecs {
    private UnchangedSpecs() {}

    /** Returns the paths of the files that need not be parsed for the sake of shared types. */
    static Set<String> among(List<SpecFile> files) {
        Set<String> changedFolders = files.stream()
                .filter(file -> file.compiled().isEmpty())
                .map(SpecFile::path)
                .filter(TypesParser::isTypes)
                .map(TypeIndex::parent)
                .collect(Collectors.toSet());
        // A name refers to the nearest folder that declares it, and a changed folder may declare any name.
        Map<String, CompiledSpec> unchanged = new HashMap<>();
        for (SpecFile file : files) {
            file.compiled()
                    .filter(spec -> !isBelow(file.path(), changedFolders))
                    .ifPresent(spec -> unchanged.put(file.path(), spec));
        }
        // A type that is to be parsed again may become another one, and so may those that refer to it.
        boolean found;
        do {
            Set<String> types = types(unchanged);
            found = unchanged.values().removeIf(spec -> !types.containsAll(spec.types()));
        } while (found);
        return unchanged.keySet();
    }

    private static boolean isBelow(String path, Set<String> folders) {
        for (String at = TypeIndex.parent(path); !at.isEmpty(); at = TypeIndex.parent(at)) {
            if (folders.contains(at)) {
                return true;
            }
        }
        return folders.contains("");
    }

    private static Set<String> types(Map<String, CompiledSpec> specs) {
        Set<String> ids = new HashSet<>();
        for (CompiledSpec spec : specs.values()) {
            if (spec.content() instanceof CompiledSpec.TypesContent content) {
                content.types().stream().map(SharedType::id).forEach(ids::add);
            }
        }
        return ids;
    }
}

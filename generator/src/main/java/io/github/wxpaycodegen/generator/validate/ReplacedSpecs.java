package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares a project's files with the bundled ones that they replace: what they lack, and whether they are copies. */
final class ReplacedSpecs {
    private ReplacedSpecs() {}

    /**
     * Returns the findings of all files that replace one.
     *
     * @param bundled the bundled files, those that are replaced included
     * @param files the files that are read instead
     * @param read what they contain
     */
    static List<Diagnostic> check(List<SpecFile> bundled, List<SpecFile> files, Specs read) {
        List<SpecFile> own = files.stream()
                .filter(file -> file.replaced().isPresent() && !SpecFiles.isErrors(file.path()))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Specs before = SpecReader.read(bundled).readable();
        List<Diagnostic> found = new ArrayList<>();
        for (SpecFile file : own) {
            Map<String, SourceSpan> now = parts(read, file.path());
            SourceSpan place = now.values().stream().findFirst().orElseGet(() -> new SourceSpan(file.path(), 1, 1, 1));
            List<String> missing = parts(before, file.path()).keySet().stream()
                    .filter(part -> !now.containsKey(part))
                    .toList();
            if (!missing.isEmpty()) {
                found.add(Diagnostic.of(
                        Code.LACKS_BUNDLED,
                        place,
                        "the file replaces the bundled one, but lacks " + String.join(", ", missing),
                        "copy it from the bundled file: the client has only what this file says"));
            }
            file.replaced()
                    .filter(replaced -> content(replaced).equals(content(file)))
                    .ifPresent(replaced -> found.add(Diagnostic.of(
                            Code.COPIES_BUNDLED,
                            place,
                            "the file says the same as the bundled one that it replaces",
                            "delete it, so that later corrections of the bundled file reach you")));
        }
        return found;
    }

    /** Returns the operations and shared types of a file with their places, in its order. */
    private static Map<String, SourceSpan> parts(Specs specs, String path) {
        Map<String, SourceSpan> parts = new LinkedHashMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            if (endpoint.span().file().equals(path)) {
                for (Operation operation : endpoint.operations()) {
                    String method = operation.method().name().toLowerCase(Locale.ROOT);
                    parts.put("the operation `" + method + "`", operation.span());
                }
            }
        }
        for (SharedType type : specs.types()) {
            if (type.span().file().equals(path)) {
                parts.put("the shared type `" + type.name() + "`", type.span());
            }
        }
        return parts;
    }

    /** Returns the lines of a file that mean something: a copy may refer to the schema by another path. */
    private static List<String> content(SpecFile file) {
        return file.lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(String::stripTrailing)
                .toList();
    }
}

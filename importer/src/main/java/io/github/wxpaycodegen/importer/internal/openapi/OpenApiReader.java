package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the operations of a Swagger 2.0 or OpenAPI 3 document, in YAML or JSON, of one file or of several that refer
 * to each other. A flaw costs what it touches, not the rest.
 */
public final class OpenApiReader {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Findings findings;
    private final SourceTree tree;

    private OpenApiReader(Path directory, Findings findings) {
        this.findings = findings;
        this.tree = new SourceTree(directory, findings);
    }

    /**
     * Returns the operations of a document, in its order.
     *
     * @param document its main file; references do not lead out of its directory
     */
    public static List<ApiOperation> read(Path document, Findings findings) {
        Path directory = document.resolveSibling("");
        return new OpenApiReader(directory, findings)
                .document(directory.relativize(document).toString());
    }

    private List<ApiOperation> document(String name) {
        Optional<Located> root = tree.file(name);
        if (root.isEmpty()) {
            return List.of();
        }
        boolean known = root.get().text("swagger").isPresent()
                || root.get().text("openapi").isPresent();
        if (!known) {
            findings.add(root.get().span(), "neither `swagger` nor `openapi` states a version: read as OpenAPI");
        }
        Map<String, Located.Entry> paths =
                root.get().get("paths").map(Located::entries).orElse(Map.of());
        if (paths.isEmpty()) {
            findings.add(root.get().span(), "the document has no `paths`");
        }
        OperationReader operations = new OperationReader(tree, tree.isExported(root.get()), findings);
        List<Claim> claims = new ArrayList<>();
        paths.forEach((path, entry) ->
                tree.resolve(entry.value()).ifPresent(item -> claim(path, entry, item, operations, claims)));
        return withoutCopies(claims);
    }

    private void claim(String path, Located.Entry entry, Located item, OperationReader operations, List<Claim> claims) {
        WirePath wire = WirePath.of(path);
        item.entries().forEach((method, value) -> {
            if (METHODS.contains(method)) {
                operations
                        .read(wire, method, item, value)
                        .ifPresent(operation -> claims.add(new Claim(path, wire.host(), entry, operation)));
            } else if (!method.equals("parameters") && !method.startsWith("x-") && !method.equals("summary")) {
                findings.add(value.key(), "`" + method + "` is not a method of WeChat Pay: ignored");
            }
        });
    }

    /** An operation below a prefix for a host may be another operation once more: that of a sandbox is. */
    private List<ApiOperation> withoutCopies(List<Claim> claims) {
        Set<String> usual = claims.stream()
                .filter(claim -> claim.host().isEmpty())
                .map(Claim::key)
                .collect(Collectors.toSet());
        List<ApiOperation> kept = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.host().isPresent() && usual.contains(claim.key())) {
                findings.add(
                        claim.entry().key(),
                        "`" + claim.path() + "` is " + claim.operation().uri() + " on another host: not imported");
            } else if (kept.stream().anyMatch(each -> key(each).equals(claim.key()))) {
                findings.add(
                        claim.entry().key(),
                        "`" + claim.path() + "` is the second operation `" + claim.key() + "`: not imported");
            } else {
                kept.add(claim.operation());
            }
        }
        return kept;
    }

    private static String key(ApiOperation operation) {
        return operation.method() + " " + operation.uri();
    }

    private record Claim(String path, Optional<String> host, Located.Entry entry, ApiOperation operation) {
        String key() {
            return OpenApiReader.key(operation);
        }
    }
}

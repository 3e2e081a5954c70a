package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import io.github.wxpaycodegen.importer.internal.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a document, which refer to each other. None outside of the directory of the document is read. */
final class SourceTree {
    private final Path root;
    private final Findings findings;
    private final Map<String, Optional<Located>> files = new HashMap<>();

    SourceTree(Path root, Findings findings) {
        this.root = root.toAbsolutePath().normalize();
        this.findings = findings;
    }

    /** Returns the root node of a file, by its path below the directory. */
    Optional<Located> file(String path) {
        Optional<Located> known = files.get(path);
        if (known == null) {
            known = read(path);
            files.put(path, known);
        }
        return known;
    }

    private Optional<Located> read(String path) {
        try {
            return YamlText.parse(path, Files.readAllBytes(root.resolve(path)), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns true if the generator exported the document: then it has everything in extensions. */
    boolean isExported(Located root) {
        return hasOperationWith("x-wxpay-uri", root, "paths")
                || hasOperationWith("x-wxpay-notification", root, "webhooks")
                || hasOperationWith("x-wxpay-notification", root, "x-webhooks");
    }

    private static boolean hasOperationWith(String extension, Located root, String key) {
        return root.get(key).map(Located::entries).orElse(Map.of()).values().stream()
                .flatMap(item -> item.value().entries().values().stream())
                .anyMatch(operation -> operation.value().get(extension).isPresent());
    }

    /** Returns what a node refers to, or the node itself if it is not a reference; empty if there is no such thing. */
    Optional<Located> resolve(Located node) {
        Optional<Located> current = Optional.of(node);
        for (int hops = 0; current.flatMap(each -> each.get("$ref")).isPresent(); hops++) {
            if (hops == 20) {
                findings.add(node.span(), "the references from here lead in a circle");
                return Optional.empty();
            }
            current = current.flatMap(this::target);
        }
        return current;
    }

    /** Returns what a reference refers to, which may be another reference. */
    Optional<Located> target(Located node) {
        Located reference = node.get("$ref").orElseThrow();
        String text = reference.text().orElse("");
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        String pointer = hash < 0 ? "" : text.substring(hash + 1);
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            findings.add(reference.span(), "the fragment of `" + text + "` must begin with `#/`: read as if it did");
            pointer = "/" + pointer;
        }
        Optional<Located> target = filePath(reference.file(), path).flatMap(this::file);
        for (String segment :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            target = target.flatMap(each -> each.get(unescape(segment)));
        }
        if (target.isEmpty()) {
            findings.add(reference.span(), "`" + text + "` refers to nothing");
        }
        return target;
    }

    private Optional<String> filePath(String from, String relative) {
        if (relative.isEmpty()) {
            return Optional.of(from);
        }
        if (relative.contains("://")) {
            return Optional.empty();
        }
        Path target = root.resolve(from).resolveSibling(relative).normalize();
        return target.startsWith(root) && Files.isRegularFile(target)
                ? Optional.of(root.relativize(target).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static String unescape(String segment) {
        String decoded = segment;
        if (segment.contains("%")) {
            try {
                decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // Not an escape: the segment stands for itself.
            }
        }
        return decoded.replace("~1", "/").replace("~0", "~");
    }
}

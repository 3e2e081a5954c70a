package io.github.wxpaycodegen.generator.name;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Maps paths to packages. Each product has one package. A product is the root and the first literal segment, {@code
 * v3/pay}. In a folder that is divided into products, the next literal segment belongs to it too: {@code
 * v3/marketing/favor}.
 */
public final class Products {
    /** Number of segments of a product: the root and one literal segment. */
    private static final int DEPTH = 2;

    private final Set<String> divided;

    /**
     * @param folders the folders that are divided into products, {@code v3/marketing}
     */
    public Products(Set<String> folders) {
        // Compared as packages, because two spellings of a segment give the same package.
        divided = folders.stream().map(Products::wholePackage).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the package of a URI or folder, relative to that of the client: {@code v3.pay}; empty for the empty path.
     */
    public String packageOf(String path) {
        String name = "";
        int depth = 0;
        for (String segment : path.split("/")) {
            if (segment.isEmpty() || segment.startsWith("{") || (depth >= DEPTH && !divided.contains(name))) {
                break;
            }
            name = append(name, segment);
            depth++;
        }
        return name;
    }

    /** Returns whether a path is itself a root or a product, and not below one. */
    public boolean isProduct(String path) {
        return path.split("/").length == packageOf(path).split("\\.").length;
    }

    private static String wholePackage(String folder) {
        String name = "";
        for (String segment : folder.split("/")) {
            name = append(name, segment);
        }
        return name;
    }

    private static String append(String name, String segment) {
        String part = JavaNames.packageSegment(segment);
        return name.isEmpty() ? part : name + "." + part;
    }
}

package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.Map;
import java.util.Optional;

/** Finds the product of a thing: by its own words, or else by the Chinese name of its folder. */
final class Products {
    private static final String SEPARATOR = " / ";

    private final Map<String, String> folderTitles;

    Products(Specs specs) {
        this.folderTitles = specs.folderTitles();
    }

    /**
     * Returns the product with its place in the product tree.
     *
     * @param path the path of the spec file without its extension
     */
    String of(Documentation documentation, String path) {
        return documentation.product().orElseGet(() -> ofFolder(path));
    }

    private String ofFolder(String path) {
        String[] segments = path.split("/");
        String folder = segments[0];
        Optional<String> found = Optional.empty();
        for (int i = 1; i < segments.length - 1 && found.isEmpty(); i++) {
            folder += "/" + segments[i];
            found = Optional.ofNullable(folderTitles.get(folder));
        }
        return found.orElseGet(() -> segments.length > 2 ? segments[0] + "/" + segments[1] : segments[0]);
    }

    /** Returns the root of the product tree: {@code 基础支付} of {@code 基础支付 / 退款}. */
    static String group(String product) {
        int end = product.indexOf(SEPARATOR);
        return end < 0 ? product : product.substring(0, end);
    }

    /** Returns the place below the root; empty for the root itself. */
    static String part(String product) {
        int end = product.indexOf(SEPARATOR);
        return end < 0 ? "" : product.substring(end + SEPARATOR.length());
    }
}

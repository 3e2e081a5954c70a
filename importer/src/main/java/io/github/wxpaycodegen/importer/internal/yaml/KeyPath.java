package io.github.wxpaycodegen.importer.internal.yaml;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the keys that lead to a place in a YAML document. They stay the same when text is inserted before it. */
public final class KeyPath {
    private KeyPath() {}

    /**
     * Returns the keys down to the entry whose key or value begins at a place; a place within a list leads to the key
     * of the list. Empty if nothing begins there.
     */
    public static List<String> to(Located node, SourceSpan place) {
        for (Map.Entry<String, Located.Entry> entry : node.entries().entrySet()) {
            Located value = entry.getValue().value();
            if (isAt(entry.getValue().key(), place) || (isAt(value.span(), place) && !value.isMapping())) {
                return List.of(entry.getKey());
            }
            List<String> inner = to(value, place);
            if (!inner.isEmpty()) {
                List<String> path = new ArrayList<>(List.of(entry.getKey()));
                path.addAll(inner);
                return path;
            }
            boolean inList = value.elements().stream()
                    .anyMatch(element ->
                            isAt(element.span(), place) || !to(element, place).isEmpty());
            if (inList || isAt(value.span(), place)) {
                return List.of(entry.getKey());
            }
        }
        return List.of();
    }

    private static boolean isAt(SourceSpan span, SourceSpan place) {
        return span.line() == place.line() && span.column() == place.column();
    }
}

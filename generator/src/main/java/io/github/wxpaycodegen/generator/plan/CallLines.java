package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.HttpMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds the Java line that calls each operation: {@code pay.v3().pay().transactions().jsapi(request)}. */
public final class CallLines {
    private static final String ROOT = "pay";

    /** By URI: an endpoint is a deep record, which takes long to hash. */
    private final Map<String, Place> places = new HashMap<>();

    /** Collects the lines of all operations below these nodes. */
    public CallLines(List<JavaNode> nodes) {
        nodes.forEach(node -> place(node, ROOT));
    }

    /**
     * @param parent the code that returns the parent of the node
     */
    private record Place(JavaNode node, String parent) {
        String line() {
            String argument = node.parameter().isPresent() ? node.method() : "";
            return parent + "." + node.method() + "(" + argument + ")";
        }
    }

    private void place(JavaNode node, String parent) {
        Place place = new Place(node, parent);
        node.operations().forEach(operation -> places.put(operation.endpoint().uri(), place));
        node.children().forEach(child -> place(child, place.line()));
    }

    /** Returns the line that calls the operation. */
    public String of(JavaOperation operation) {
        Place place = Objects.requireNonNull(places.get(operation.endpoint().uri()));
        RequestForms forms = operation.forms();
        if (operation.spec().method() == HttpMethod.POST
                && place.node().parameter().isEmpty()
                && forms.hasFields()) {
            return place.parent() + "." + place.node().method() + "(request)";
        }
        boolean needsRequest = forms.hasFields() || !forms.canBeEmpty();
        return place.line() + "." + operation.method() + (needsRequest ? "(request)" : "()");
    }
}

package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.HttpMethod;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        nodes.forEach(node -> place(node, ROOT, Map.of()));
    }

    /**
     * @param parent the code that returns the parent of the node
     * @param above the variables of the segments above the node, by the names of the segments
     */
    private record Place(JavaNode node, String parent, Map<String, String> above) {
        String line() {
            String argument = node.parameter().isPresent() ? node.method() : "";
            return parent + "." + node.method() + "(" + argument + ")";
        }

        Map<String, String> segments() {
            Map<String, String> segments = new LinkedHashMap<>(above);
            node.parameter().ifPresent(field -> segments.put(field.name(), node.method()));
            return segments;
        }
    }

    private void place(JavaNode node, String parent, Map<String, String> above) {
        Place place = new Place(node, parent, above);
        node.operations().forEach(operation -> places.put(operation.endpoint().uri(), place));
        node.children().forEach(child -> place(child, place.line(), place.segments()));
    }

    /** Returns the line that calls the operation. */
    public String of(JavaOperation operation) {
        Place place = place(operation);
        RequestForms forms = operation.forms();
        if (operation.spec().method() == HttpMethod.POST
                && place.node().parameter().isEmpty()
                && forms.hasFields()) {
            return place.parent() + "." + place.node().method() + "(request)";
        }
        boolean needsRequest = forms.hasFields() || !forms.canBeEmpty();
        return place.line() + "." + operation.method() + (needsRequest ? "(request)" : "()");
    }

    /**
     * Returns the code that returns the interface of the operation, whose methods are all forms of the call: {@code
     * pay.v3().pay().transactions().jsapi()}.
     */
    public String endpointOf(JavaOperation operation) {
        return place(operation).line();
    }

    /** Returns the variables of the line that are values of template segments, by the names of the segments. */
    public Map<String, String> segmentsOf(JavaOperation operation) {
        return place(operation).segments();
    }

    private Place place(JavaOperation operation) {
        return Objects.requireNonNull(places.get(operation.endpoint().uri()));
    }
}

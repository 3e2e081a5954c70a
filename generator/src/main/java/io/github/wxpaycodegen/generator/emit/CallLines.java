package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.HttpMethod;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The Java line that calls each operation: {@code pay.v3().pay().transactions().jsapi(request)}. */
final class CallLines {
    private static final String ROOT = "pay";

    private final ClassNames names;
    private final Map<Endpoint, Place> places = new HashMap<>();

    CallLines(ApiNodeModel root, ClassNames names) {
        this.names = names;
        root.children().forEach(child -> place(child, ROOT));
    }

    /** @param parent the line that leads to the parent of the node */
    private record Place(ApiNodeModel node, String parent) {
        String line() {
            String argument = node.parameter().isPresent() ? node.method() : "";
            return parent + "." + node.method() + "(" + argument + ")";
        }
    }

    private void place(ApiNodeModel node, String parent) {
        Place place = new Place(node, parent);
        node.endpoint().ifPresent(endpoint -> places.put(endpoint, place));
        node.children().forEach(child -> place(child, place.line()));
    }

    String of(Endpoint endpoint, Operation operation) {
        Place place = Objects.requireNonNull(places.get(endpoint));
        ClassName request = names.request(endpoint, operation);
        RequestForms forms = RequestForms.of(operation, request, names);
        if (operation.method() == HttpMethod.POST && place.node().parameter().isEmpty() && forms.hasFields()) {
            return place.parent() + "." + place.node().method() + "(request)";
        }
        boolean needsRequest = forms.hasFields() || !forms.canBeEmpty();
        return place.line() + "." + operation.method().name().toLowerCase(Locale.ROOT)
                + (needsRequest ? "(request)" : "()");
    }
}

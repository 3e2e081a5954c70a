package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The examples that the specs have for the texts of a name, by protocol, the commonest first. */
final class CommonExamples {
    private static final String V2_FOLDER = "v2";

    private final Map<Protocol, Map<String, Map<String, Integer>>> counts = new EnumMap<>(Protocol.class);

    CommonExamples(Specs specs) {
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(operation -> add(endpoint.protocol(), operation));
        }
        for (SharedType type : specs.types()) {
            if (type.shape() instanceof SharedType.TypeShape.OfObject object) {
                boolean v2 = (type.folder() + "/").startsWith(V2_FOLDER + "/");
                add(v2 ? Protocol.V2 : Protocol.V3, object.shape().fields());
            }
        }
        for (NotificationSpec notification : specs.notifications()) {
            add(notification.protocol(), notification.body().fields());
        }
    }

    /** Returns the examples of texts with a name, the commonest first. */
    List<String> of(Protocol protocol, String name) {
        return counts.getOrDefault(protocol, Map.of()).getOrDefault(name, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(Protocol protocol, Operation operation) {
        List<Field> fields = new ArrayList<>(operation.request().path());
        fields.addAll(operation.request().given());
        fields.addAll(operation.response().errorFields());
        // A shared type counts once, not for each operation that uses it.
        if (operation.response().type().isEmpty()) {
            fields.addAll(operation.response().shape().fields());
        }
        add(protocol, fields);
    }

    private void add(Protocol protocol, List<Field> fields) {
        for (Field field : fields) {
            if (field.type() == FieldType.Scalar.STRING) {
                field.docs().meaning().example().ifPresent(example -> counts.computeIfAbsent(
                                protocol, key -> new HashMap<>())
                        .computeIfAbsent(field.name(), key -> new HashMap<>())
                        .merge(example, 1, Integer::sum));
            } else if (field.type() instanceof FieldType.InlineObject inline) {
                add(protocol, inline.shape().fields());
            }
        }
    }
}

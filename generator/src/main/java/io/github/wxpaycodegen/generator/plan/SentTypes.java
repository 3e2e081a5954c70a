package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the shared types that may be part of a request or a reply. All others occur only in responses and
 * notifications.
 */
final class SentTypes {
    private final Map<String, SharedType> types = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    private SentTypes(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    static Set<String> of(Specs specs) {
        SentTypes found = new SentTypes(specs);
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                found.add(operation.request().given());
            }
        }
        specs.notifications()
                .forEach(notification -> notification.reply().ifPresent(reply -> found.add(reply.fields())));
        return found.sent;
    }

    private void add(List<Field> fields) {
        for (Field field : fields) {
            if (field.type() instanceof FieldType.InlineObject inline) {
                add(inline.shape().fields());
            } else if (field.type() instanceof FieldType.Reference reference
                    && sent.add(reference.typeId())
                    && Objects.requireNonNull(types.get(reference.typeId())).shape()
                            instanceof TypeShape.OfObject object) {
                add(object.shape().fields());
            }
        }
    }
}

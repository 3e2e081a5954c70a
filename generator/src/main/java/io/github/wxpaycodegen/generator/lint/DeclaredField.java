package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A field at the place of its declaration: in an operation, a notification or a shared type.
 *
 * @param product the part of its folder that identifies a product, {@code v3/marketing/favor}
 * @param sent true if it belongs to a request
 * @param shared the shared type that it refers to
 */
record DeclaredField(Field field, String product, boolean sent, Optional<TypeShape> shared) {
    /** Folders that contain many products, which are identified by the third segment. */
    private static final Set<String> OF_MANY =
            Set.of("v3/marketing", "v3/ecommerce", "v3/platsolution", "v3/payscore", "v3/brand", "v3/global");

    /** Returns all fields of all specs, each once. */
    static List<DeclaredField> all(Specs specs) {
        Collector collector = new Collector(specs);
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                collector.fields(operation.request().path(), true);
                collector.fields(operation.request().given(), true);
                if (operation.response().type().isEmpty()) {
                    collector.fields(operation.response().shape().fields(), false);
                }
                collector.fields(operation.response().errorFields(), false);
            }
        }
        specs.notifications().stream()
                .filter(notification -> notification.bodyType().isEmpty())
                .map(NotificationSpec::body)
                .forEach(body -> collector.fields(body.fields(), false));
        for (SharedType type : specs.types()) {
            if (type.shape() instanceof TypeShape.OfObject object) {
                collector.fields(object.shape().fields(), collector.sent.contains(type.id()));
            }
        }
        return collector.found;
    }

    static String product(String file) {
        String[] segments = file.split("/");
        if (segments[0].equals("notifications")) {
            // The ids of one product's notifications begin with the same word.
            return file.replaceFirst("(.*/[^./]*).*", "$1");
        }
        if (segments.length < 2) {
            return file;
        }
        String two = segments[0] + "/" + segments[1].replaceFirst("\\.yaml$", "");
        return OF_MANY.contains(two) && segments.length > 3 ? two + "/" + segments[2] : two;
    }

    Optional<EnumShape> enumShape() {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shared.flatMap(s -> s instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    Optional<ObjectShape> objectShape() {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return Optional.of(inline.shape());
        }
        return shared.flatMap(s -> s instanceof TypeShape.OfObject o ? Optional.of(o.shape()) : Optional.empty());
    }

    private static final class Collector {
        private final Map<String, SharedType> types = new HashMap<>();
        private final Set<String> sent = new HashSet<>();
        private final List<DeclaredField> found = new ArrayList<>();

        Collector(Specs specs) {
            specs.types().forEach(type -> types.put(type.id(), type));
            specs.endpoints().stream()
                    .flatMap(endpoint -> endpoint.operations().stream())
                    .forEach(operation -> {
                        operation.request().type().ifPresent(sent::add);
                        mark(operation.request().given());
                    });
        }

        private void mark(List<Field> fields) {
            for (Field field : fields) {
                if (field.type() instanceof FieldType.InlineObject inline) {
                    mark(inline.shape().fields());
                } else if (field.type() instanceof FieldType.Reference reference
                        && sent.add(reference.typeId())
                        && Objects.requireNonNull(types.get(reference.typeId())).shape()
                                instanceof TypeShape.OfObject object) {
                    mark(object.shape().fields());
                }
            }
        }

        void fields(List<Field> fields, boolean inRequest) {
            for (Field field : fields) {
                String file = field.span().file();
                Optional<TypeShape> shared = field.type() instanceof FieldType.Reference reference
                        ? Optional.of(Objects.requireNonNull(types.get(reference.typeId()))
                                .shape())
                        : Optional.empty();
                found.add(new DeclaredField(field, product(file), inRequest, shared));
                if (field.type() instanceof FieldType.InlineObject inline) {
                    fields(inline.shape().fields(), inRequest);
                }
            }
        }
    }
}

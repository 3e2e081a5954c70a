package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds files where no message has any: a file is a part of a multipart request. */
final class FileChecker {
    private final Problems problems;
    private final Specs specs;
    private final Map<String, SharedType> types;
    private final Set<String> done = new HashSet<>();

    FileChecker(Problems problems, Specs specs) {
        this.problems = problems;
        this.specs = specs;
        this.types = specs.types().stream()
                .collect(Collectors.toMap(SharedType::id, Function.identity(), (one, other) -> one));
    }

    void check() {
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(this::operation);
        }
        specs.notifications().forEach(notification -> {
            none(notification.body().fields());
            notification.reply().ifPresent(reply -> none(reply.fields()));
        });
    }

    private void operation(Operation operation) {
        none(operation.request().path());
        // A file within the request itself requires a multipart body, which is checked with the operation.
        operation.request().shape().fields().forEach(this::within);
        none(operation.response().shape().fields());
        none(operation.response().errorFields());
    }

    private void none(List<Field> fields) {
        for (Field field : fields) {
            if (field.type() == Scalar.FILE) {
                problems.add(
                        Code.NOT_APPLICABLE,
                        field.span(),
                        "a file is sent only, at the top of a multipart request",
                        "a response that is a file has `responseKind: stream`");
            }
            within(field);
        }
    }

    private void within(Field field) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            none(inline.shape().fields());
        } else if (field.type() instanceof FieldType.Reference reference && done.add(reference.typeId())) {
            SharedType type = types.get(reference.typeId());
            if (type != null && type.shape() instanceof TypeShape.OfObject object) {
                none(object.shape().fields());
            }
        }
    }
}

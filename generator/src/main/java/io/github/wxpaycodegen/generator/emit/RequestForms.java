package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.emit.MessageEmitter.Role;
import io.github.wxpaycodegen.generator.emit.MessageField.Place;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.List;

/**
 * In which forms a call takes its request.
 *
 * @param hasFields whether there is anything to give
 * @param canBeEmpty whether nothing need be given; an optional field that is added later leaves this as it is
 */
record RequestForms(boolean hasFields, boolean canBeEmpty) {
    static RequestForms of(Operation operation, ClassName request, ClassNames names) {
        List<MessageField> fields = operation.requestFields().stream()
                .map(field -> MessageField.of(field, Place.BODY, request, names))
                .toList();
        return new RequestForms(
                fields.stream().anyMatch(field -> BuilderEmitter.isSettable(field, Role.REQUEST)),
                operation.request().groups().isEmpty()
                        && fields.stream().noneMatch(field -> BuilderEmitter.isAskedFor(field, Role.REQUEST)));
    }
}

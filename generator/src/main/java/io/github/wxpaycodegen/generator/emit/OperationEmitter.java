package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.Host;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits what the runtime needs to know of an endpoint's operations; callers do not see it. */
final class OperationEmitter {
    private final ClassNames names;

    OperationEmitter(ClassNames names) {
        this.names = names;
    }

    TypeSpec emit(Endpoint endpoint) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(names.operations(endpoint)).addModifiers(Modifier.FINAL);
        for (Operation operation : endpoint.operations()) {
            type.addField(FieldSpec.builder(
                            ParameterizedTypeName.get(
                                    Runtime.OPERATION,
                                    names.request(endpoint, operation),
                                    names.response(endpoint, operation)),
                            operation.method().name(),
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer(describe(endpoint, operation))
                    .build());
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private CodeBlock describe(Endpoint endpoint, Operation operation) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.<$T, $T>v2($S, $S, $T::readFrom)",
                        Runtime.OPERATION,
                        names.request(endpoint, operation),
                        names.response(endpoint, operation),
                        "/" + endpoint.uri(),
                        endpoint.wirePath(),
                        names.response(endpoint, operation));
        flag(code, operation.security(), "security");
        flag(code, operation.nonceless(), "nonceless");
        flag(code, operation.responseUnsigned(), "responseUnsigned");
        flag(code, operation.readOnly(), "readOnly");
        texts(code, "uncertain", operation.uncertain());
        operation.settledBy().ifPresent(uri -> texts(code, "settledBy", List.of("/" + uri)));
        for (Host host : operation.hosts()) {
            texts(code, host.alternative() ? "alternativeHost" : "host", List.of(host.url()));
        }
        texts(
                code,
                "nestedElements",
                operation.response().fields().stream()
                        .filter(OperationEmitter::isNested)
                        .map(Field::name)
                        .toList());
        return code.add("\n.build()").build();
    }

    private static boolean isNested(Field field) {
        boolean structured = field.list()
                || !(field.type() instanceof FieldType.Scalar || field.type() instanceof FieldType.InlineEnum);
        return structured
                && !field.indexed()
                && field.encoded().isEmpty()
                && !(field.type() instanceof FieldType.Reference);
    }

    private static void flag(CodeBlock.Builder code, boolean on, String method) {
        if (on) {
            code.add("\n.$L()", method);
        }
    }

    private static void texts(CodeBlock.Builder code, String method, List<String> values) {
        if (!values.isEmpty()) {
            code.add(
                    "\n.$L($L)",
                    method,
                    values.stream().map(v -> CodeBlock.of("$S", v)).collect(CodeBlock.joining(", ")));
        }
    }
}

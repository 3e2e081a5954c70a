package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits the calls of a deprecated operation again, so that the compiler warns about them. The calls of other operations
 * are inherited.
 */
final class DeprecatedCalls {
    private final JavaOperation operation;

    DeprecatedCalls(JavaOperation operation) {
        this.operation = operation;
    }

    void addTo(TypeSpec.Builder type) {
        ClassName calls = OperationEmitter.callsOf(operation);
        TypeName response = operation.response();
        add(type, calls, operation.method(), response);
        if (!operation.isRedirect()) {
            add(type, calls, operation.method() + "Async", future(response));
            add(type, calls, operation.method() + "Response", ParameterizedTypeName.get(Runtime.RESPONSE, response));
        }
        operation
                .pages()
                .ifPresent(pages -> addForms(
                        type,
                        Runtime.LISTING,
                        "list",
                        ParameterizedTypeName.get(Runtime.PAGES, pages.items().element())));
        if (operation.hasFile()) {
            ClassName downloads = OperationEmitter.downloadsOf(operation);
            ParameterSpec target = ParameterSpec.builder(Path.class, "target").build();
            add(type, downloads, "download", Runtime.SAVED_FILE, target);
            add(type, downloads, "downloadAsync", future(Runtime.SAVED_FILE), target);
        }
    }

    private static TypeName future(TypeName result) {
        return ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), result);
    }

    private void add(
            TypeSpec.Builder type, ClassName inherited, String name, TypeName result, ParameterSpec... others) {
        addForms(type, inherited, name, result, others);
        if (operation.forms().canBeEmpty()) {
            type.addMethod(call(inherited, name, result, Optional.empty(), others));
        }
    }

    private void addForms(
            TypeSpec.Builder type, ClassName inherited, String name, TypeName result, ParameterSpec... others) {
        TypeName lambda = ParameterizedTypeName.get(
                ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(operation.requestBuilder()));
        type.addMethod(call(inherited, name, result, Optional.of(operation.request()), others));
        type.addMethod(call(inherited, name, result, Optional.of(lambda), others));
    }

    private MethodSpec call(
            ClassName inherited, String name, TypeName result, Optional<TypeName> request, ParameterSpec... others) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc("@deprecated $L\n", new OperationDocs(operation).whyDeprecated())
                .addAnnotation(Deprecated.class)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(result);
        List<ParameterSpec> parameters = new ArrayList<>();
        request.ifPresent(
                type -> parameters.add(ParameterSpec.builder(type, "request").build()));
        parameters.addAll(List.of(others));
        String arguments = parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        return method.addParameters(parameters)
                .addStatement("return $T.super.$L($L)", inherited, name, arguments)
                .build();
    }
}

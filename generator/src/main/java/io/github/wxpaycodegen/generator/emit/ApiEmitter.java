package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.HttpMethod;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Emits the interface of a place in the chain: the way to its children, and its own operations. */
final class ApiEmitter {
    private final ClassNames names;

    ApiEmitter(ClassNames names) {
        this.names = names;
    }

    ClassName name(ApiNodeModel node) {
        return names.api(node.path(), node.stem());
    }

    TypeSpec emit(ApiNodeModel node) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name(node))
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Runtime.API_NODE)
                .addJavadoc("$L. Do not implement this interface: methods are added without notice.\n", place(node));
        node.endpoint().ifPresent(endpoint -> endpoint.operations().forEach(o -> operation(type, endpoint, o)));
        for (ApiNodeModel child : node.children()) {
            type.addMethod(step(child, CodeBlock.of("context()"), Modifier.DEFAULT));
            child.endpoint().ifPresent(endpoint -> shorthand(type, child, endpoint));
        }
        return type.build();
    }

    /** {@code 商家转账 (v3/fund-app)}. */
    private static String place(ApiNodeModel node) {
        String path = "<code>" + Docs.escape(node.path()) + "</code>";
        return node.title().map(title -> Docs.escape(title) + " (" + path + ")").orElse(path);
    }

    /** The method that leads from a place to a child of it. */
    MethodSpec step(ApiNodeModel child, CodeBlock context, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(child.method())
                .addJavadoc("$L.\n", place(child))
                .addModifiers(Modifier.PUBLIC)
                .addModifiers(modifiers)
                .returns(name(child));
        String here = "here";
        // Bound once, so that the place keeps the options and the segments that it was reached with.
        if (child.parameter().isPresent()) {
            String parameter = child.method();
            here = parameter.equals(here) ? "place" : here;
            method.addParameter(String.class, parameter)
                    .addStatement(
                            "$T $L = $L.at($S, $N)",
                            Runtime.API_CONTEXT,
                            here,
                            context,
                            child.parameter().get(),
                            parameter);
        } else {
            method.addStatement("$T $L = $L", Runtime.API_CONTEXT, here, context);
        }
        return method.addStatement("return () -> $L", here).build();
    }

    private void operation(TypeSpec.Builder type, Endpoint endpoint, Operation operation) {
        ClassName request = names.request(endpoint, operation);
        ClassName response = names.response(endpoint, operation);
        String method = operation.method().name().toLowerCase(Locale.ROOT);
        CodeBlock constant = CodeBlock.of(
                "$T.$L", names.operations(endpoint), operation.method().name());
        RequestForms forms = RequestForms.of(operation, request, names);
        OperationDocs docs = new OperationDocs(endpoint, operation, names);
        Calls calls = new Calls(type, docs, forms, request);
        if (operation.responseKind() == ResponseKind.REDIRECT) {
            calls.add(method, response, docs.ofCall(), CodeBlock.of("context().redirect($L, request)", constant));
            return;
        }
        TypeName future = ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), response);
        TypeName whole = ParameterizedTypeName.get(Runtime.RESPONSE, response);
        calls.add(method, response, docs.ofCall(), CodeBlock.of("context().call($L, request)", constant));
        calls.add(method + "Async", future, docs.ofAsync(), CodeBlock.of("context().callAsync($L, request)", constant));
        calls.add(
                method + "Response",
                whole,
                docs.ofResponse(),
                CodeBlock.of("context().callResponse($L, request)", constant));
        if (DownloadMethods.has(operation)) {
            new DownloadMethods(operation, docs, request, forms, constant).addTo(type);
        }
    }

    /** The forms of a method that calls an operation: with a request, a lambda or nothing. */
    private record Calls(TypeSpec.Builder type, OperationDocs docs, RequestForms forms, ClassName request) {
        void add(String name, TypeName result, CodeBlock javadoc, CodeBlock expression) {
            type.addMethod(docs.declare(name, result, javadoc)
                    .addParameter(request, "request")
                    .addStatement("return $L", expression)
                    .build());
            if (forms.hasFields()) {
                type.addMethod(docs.declare(name, result, like(name, request, "configured by a lambda"))
                        .addParameter(consumer(request), "request")
                        .addCode(built(request))
                        .addStatement("return $L(builder.build())", name)
                        .build());
            }
            if (forms.canBeEmpty()) {
                type.addMethod(docs.declare(name, result, like(name, request, "with an empty request"))
                        .addStatement("return $L($T.builder().build())", name, request)
                        .build());
            }
        }
    }

    private static CodeBlock like(String name, ClassName request, String how) {
        return CodeBlock.of("Same as {@link #$L($T)}, $L.\n", name, request, how);
    }

    /** {@code wxv().cancelbill(request)} for {@code wxv().cancelbill().post(request)}. */
    private void shorthand(TypeSpec.Builder type, ApiNodeModel child, Endpoint endpoint) {
        for (Operation operation : endpoint.operations()) {
            ClassName request = names.request(endpoint, operation);
            ClassName response = names.response(endpoint, operation);
            if (operation.method() != HttpMethod.POST
                    || child.parameter().isPresent()
                    || !RequestForms.of(operation, request, names).hasFields()) {
                continue;
            }
            String name = child.method();
            OperationDocs docs = new OperationDocs(endpoint, operation, names);
            type.addMethod(docs.declare(name, response, docs.ofCall())
                    .addParameter(request, "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
            type.addMethod(docs.declare(name, response, like(name, request, "configured by a lambda"))
                    .addParameter(consumer(request), "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
        }
    }

    private static TypeName consumer(ClassName request) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), request.nestedClass("Builder"));
    }

    private static CodeBlock built(ClassName request) {
        return CodeBlock.builder()
                .addStatement("$T builder = $T.builder()", request.nestedClass("Builder"), request)
                .addStatement("request.accept(builder)")
                .build();
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Emits the interface of a place in the chain: the way to its children, and its own operations. */
final class ApiEmitter {
    private ApiEmitter() {}

    static TypeSpec emit(JavaNode node) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(node.name())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Runtime.API_NODE)
                .addJavadoc("$L. Do not implement this interface: methods are added without notice.\n", place(node));
        node.operations().forEach(each -> operation(type, each));
        for (JavaNode child : node.children()) {
            type.addMethod(step(child, CodeBlock.of("context()"), Modifier.DEFAULT));
            shorthand(type, child);
        }
        return type.build();
    }

    /** {@code 商家转账 (v3/fund-app)}. */
    private static String place(JavaNode node) {
        String path = "<code>" + Docs.escape(node.path()) + "</code>";
        return node.title().map(title -> Docs.escape(title) + " (" + path + ")").orElse(path);
    }

    /** The method that leads from a place to a child of it. */
    static MethodSpec step(JavaNode child, CodeBlock context, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(child.method())
                .addJavadoc("$L.\n", place(child))
                .addModifiers(Modifier.PUBLIC)
                .addModifiers(modifiers)
                .returns(child.name());
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

    private static void operation(TypeSpec.Builder type, JavaOperation operation) {
        ClassName response = operation.response();
        String method = operation.method();
        CodeBlock constant = operation.constant();
        OperationDocs docs = new OperationDocs(operation);
        Calls calls = new Calls(type, docs, operation);
        if (operation.isRedirect()) {
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
        if (operation.hasFile()) {
            new DownloadMethods(operation).addTo(type);
        }
        operation.pages().ifPresent(pages -> new ListMethods(operation, pages).addTo(type));
    }

    /** The forms of a method that calls an operation: with a request, a lambda or nothing. */
    private record Calls(TypeSpec.Builder type, OperationDocs docs, JavaOperation operation) {
        void add(String name, TypeName result, CodeBlock javadoc, CodeBlock expression) {
            ClassName request = operation.request();
            type.addMethod(docs.declare(name, result, javadoc)
                    .addParameter(request, "request")
                    .addStatement("return $L", expression)
                    .build());
            if (operation.forms().hasFields()) {
                type.addMethod(docs.declare(name, result, like(name, request, "configured by a lambda"))
                        .addParameter(consumer(operation), "request")
                        .addCode(built(operation))
                        .addStatement("return $L(builder.build())", name)
                        .build());
            }
            if (operation.forms().canBeEmpty()) {
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
    private static void shorthand(TypeSpec.Builder type, JavaNode child) {
        for (JavaOperation operation : child.operations()) {
            if (operation.spec().method() != HttpMethod.POST
                    || child.parameter().isPresent()
                    || !operation.forms().hasFields()) {
                continue;
            }
            String name = child.method();
            ClassName request = operation.request();
            ClassName response = operation.response();
            OperationDocs docs = new OperationDocs(operation);
            type.addMethod(docs.declare(name, response, docs.ofCall())
                    .addParameter(request, "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
            type.addMethod(docs.declare(name, response, like(name, request, "configured by a lambda"))
                    .addParameter(consumer(operation), "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
        }
    }

    private static TypeName consumer(JavaOperation operation) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), operation.requestBuilder());
    }

    private static CodeBlock built(JavaOperation operation) {
        return CodeBlock.builder()
                .addStatement("$T builder = $T.builder()", operation.requestBuilder(), operation.request())
                .addStatement("request.accept(builder)")
                .build();
    }
}

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
import java.util.Optional;
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
                .addJavadoc(
                        "<code>$L</code>. It grows with the specs, so it is not for implementing.\n",
                        Docs.escape(node.path()));
        node.endpoint().ifPresent(endpoint -> endpoint.operations().forEach(o -> operation(type, endpoint, o)));
        for (ApiNodeModel child : node.children()) {
            type.addMethod(step(child, CodeBlock.of("context()"), Modifier.DEFAULT));
            child.endpoint().ifPresent(endpoint -> shorthand(type, child, endpoint));
        }
        return type.build();
    }

    /** The method that leads from a place to a child of it. */
    MethodSpec step(ApiNodeModel child, CodeBlock context, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(child.method())
                .addJavadoc("To <code>$L</code>.\n", Docs.escape(child.path()))
                .addModifiers(Modifier.PUBLIC)
                .addModifiers(modifiers)
                .returns(name(child));
        // Bound once, so that the place keeps the options and the segments that it was reached with.
        if (child.parameter().isPresent()) {
            String parameter = child.method();
            method.addParameter(String.class, parameter)
                    .addStatement(
                            "$T here = $L.at($S, $N)",
                            Runtime.API_CONTEXT,
                            context,
                            child.parameter().get(),
                            parameter);
        } else {
            method.addStatement("$T here = $L", Runtime.API_CONTEXT, context);
        }
        return method.addStatement("return () -> here").build();
    }

    private void operation(TypeSpec.Builder type, Endpoint endpoint, Operation operation) {
        ClassName request = names.request(endpoint, operation);
        ClassName response = names.response(endpoint, operation);
        String method = operation.method().name().toLowerCase(Locale.ROOT);
        CodeBlock constant = CodeBlock.of(
                "$T.$L", names.operations(endpoint), operation.method().name());
        RequestForms forms = RequestForms.of(operation, request, names);
        if (operation.responseKind() == ResponseKind.REDIRECT) {
            call(
                    type,
                    endpoint,
                    operation,
                    method,
                    forms,
                    request,
                    response,
                    CodeBlock.of("context().redirect($L, request)", constant));
            return;
        }
        TypeName future = ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), response);
        TypeName whole = ParameterizedTypeName.get(Runtime.RESPONSE, response);
        call(
                type,
                endpoint,
                operation,
                method,
                forms,
                request,
                response,
                CodeBlock.of("context().call($L, request)", constant));
        call(
                type,
                endpoint,
                operation,
                method + "Async",
                forms,
                request,
                future,
                CodeBlock.of("context().callAsync($L, request)", constant));
        call(
                type,
                endpoint,
                operation,
                method + "Response",
                forms,
                request,
                whole,
                CodeBlock.of("context().callResponse($L, request)", constant));
        if (DownloadMethods.has(operation)) {
            new DownloadMethods(operation, request, forms, constant).addTo(type);
        }
    }

    private void call(
            TypeSpec.Builder type,
            Endpoint endpoint,
            Operation operation,
            String name,
            RequestForms forms,
            ClassName request,
            TypeName result,
            CodeBlock expression) {
        type.addMethod(declare(operation, name, result, javadoc(endpoint, operation, name))
                .addParameter(request, "request")
                .addStatement("return $L", expression)
                .build());
        if (forms.hasFields()) {
            type.addMethod(declare(
                            operation,
                            name,
                            result,
                            CodeBlock.of("Like {@link #$L($T)}, built in place.\n", name, request))
                    .addParameter(consumer(request), "request")
                    .addCode(built(request))
                    .addStatement("return $L(builder.build())", name)
                    .build());
        }
        if (forms.canBeEmpty()) {
            type.addMethod(declare(
                            operation,
                            name,
                            result,
                            CodeBlock.of("Like {@link #$L($T)}, with a request that gives nothing.\n", name, request))
                    .addStatement("return $L($T.builder().build())", name, request)
                    .build());
        }
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
            type.addMethod(declare(operation, name, response, javadoc(endpoint, operation, name))
                    .addParameter(request, "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
            type.addMethod(declare(
                            operation,
                            name,
                            response,
                            CodeBlock.of("Like {@link #$L($T)}, built in place.\n", name, request))
                    .addParameter(consumer(request), "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
        }
    }

    static MethodSpec.Builder declare(Operation operation, String name, TypeName result, CodeBlock javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(result);
        Optional<String> reason =
                operation.closed() ? Optional.of("WeChat Pay has closed this operation.") : operation.deprecated();
        reason.ifPresent(
                text -> method.addAnnotation(Deprecated.class).addJavadoc("\n@deprecated $L\n", Docs.escape(text)));
        return method;
    }

    private static CodeBlock javadoc(Endpoint endpoint, Operation operation, String name) {
        CodeBlock.Builder doc =
                CodeBlock.builder().add(Docs.of(Optional.of(operation.title()), operation.description(), ""));
        doc.add("\n\n<p>Protocol $L.\n", Docs.escape(needs(endpoint, operation)));
        doc.add(Docs.pages(operation.docs()));
        if (operation.responseKind() == ResponseKind.REDIRECT) {
            return doc.add("\n@return the URL for the user's browser; nothing is called\n")
                    .build();
        }
        if (name.endsWith("Async")) {
            return doc.add(
                            "\n@return a future that fails with {@link $T}; cancelling it ends the exchange\n",
                            Runtime.EXCEPTION)
                    .build();
        }
        return doc.add("\n@throws $T if there is no verified response that reports success\n", Runtime.EXCEPTION)
                .build();
    }

    private static String needs(Endpoint endpoint, Operation operation) {
        String protocol = endpoint.protocol().name().toLowerCase(Locale.ROOT);
        return protocol
                + (operation.requestUnsigned()
                        ? ", not signed"
                        : ", signed with " + endpoint.root().signingKey())
                + (operation.security() ? "; called with the merchant's client certificate" : "")
                + (operation.responseUnsigned() ? "; the response may come without a signature" : "");
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

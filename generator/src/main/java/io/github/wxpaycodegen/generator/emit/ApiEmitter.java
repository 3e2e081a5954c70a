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
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * Emits the interface of a place in the chain: its operations, the methods that return its children, and the children's
 * interfaces.
 */
final class ApiEmitter {
    private ApiEmitter() {}

    static TypeSpec emit(JavaNode node) {
        boolean named = isNamedByItsOperation(node);
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(node.name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", named ? operation(node) : place(node));
        if (node.isNested()) {
            type.addModifiers(Modifier.STATIC);
        }
        if (node.operations().isEmpty()) {
            type.addSuperinterface(Runtime.API_NODE);
        }
        for (JavaOperation operation : node.operations()) {
            type.addJavadoc(new OperationDocs(operation).describe(named));
            new OperationEmitter(operation).addTo(type);
        }
        for (JavaNode child : node.children()) {
            type.addMethod(step(child, CodeBlock.of("context()"), Modifier.DEFAULT));
            shorthand(type, child);
            if (child.isNested()) {
                type.addType(emit(child));
            }
        }
        return type.build();
    }

    /** Returns whether the title of a place is that of its only operation. */
    private static boolean isNamedByItsOperation(JavaNode node) {
        return node.operations().size() == 1
                && node.operations().get(0).spec().title().equals(node.title());
    }

    /** {@code 商家转账 (v3/fund-app)}. */
    private static CodeBlock place(JavaNode node) {
        return Docs.paragraph(Docs.heading(node.title(), Docs.path(node.path())));
    }

    /** {@code 发起转账 (POST v3/fund-app/mch-transfer/transfer-bills)}. */
    private static CodeBlock operation(JavaNode node) {
        HttpMethod method = node.operations().get(0).spec().method();
        return Docs.paragraph(Docs.heading(node.title(), Docs.operation(method, node.path())));
    }

    /** Returns the method of a place that returns one of its children. */
    static MethodSpec step(JavaNode child, CodeBlock context, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(child.method())
                .addJavadoc("$L\n", place(child))
                .addModifiers(Modifier.PUBLIC)
                .addModifiers(modifiers)
                .returns(child.name());
        child.parameter().ifPresent(field -> method.addJavadoc("\n$L\n", FieldDocs.parameter(child.method(), field)));
        String here = "here";
        // Evaluated here, so that the child keeps the options and segments with which this place was reached.
        if (child.parameter().isPresent()) {
            String parameter = child.method();
            here = parameter.equals(here) ? "place" : here;
            method.addParameter(String.class, parameter)
                    .addStatement(
                            "$T $L = $L.at($S, $N)",
                            Runtime.API_CONTEXT,
                            here,
                            context,
                            child.parameter().get().name(),
                            parameter);
        } else {
            method.addStatement("$T $L = $L", Runtime.API_CONTEXT, here, context);
        }
        return method.addStatement("return () -> $L", here).build();
    }

    /** Adds the shorthand {@code wxv().cancelBill(request)} for {@code wxv().cancelBill().post(request)}. */
    private static void shorthand(TypeSpec.Builder type, JavaNode child) {
        for (JavaOperation operation : child.operations()) {
            if (operation.spec().method() != HttpMethod.POST
                    || child.parameter().isPresent()
                    || !operation.forms().hasFields()) {
                continue;
            }
            String name = child.method();
            ClassName request = operation.request();
            TypeName lambda = ParameterizedTypeName.get(ClassName.get(Consumer.class), operation.requestBuilder());
            OperationDocs docs = new OperationDocs(operation);
            type.addMethod(docs.declare(name, "$L See {@link $T}.\n", docs.summary(child), child.name())
                    .returns(operation.response())
                    .addParameter(request, "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
            type.addMethod(docs.declare(name, "$L", Docs.sameAs(name, request, "configured by a lambda."))
                    .returns(operation.response())
                    .addParameter(lambda, "request")
                    .addStatement("return $L().post(request)", name)
                    .build());
        }
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Emits the advice for error codes that operations share, as code instead of a resource: native images need no
 * configuration for it.
 */
final class CommonErrorsEmitter {
    private CommonErrorsEmitter() {}

    static TypeSpec emit(ClassName name, ErrorCatalog errors) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("Advice for the error codes that operations share.\n")
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(advice("v2", errors.v2()))
                .addMethod(advice("v3", errors.v3()))
                .build();
    }

    private static MethodSpec advice(String protocol, List<ErrorSpec> errors) {
        CodeBlock.Builder body = CodeBlock.builder().add("return switch (code) {\n$>");
        for (ErrorSpec error : errors) {
            error.advice().ifPresent(advice -> body.add("case $S -> $L;\n", error.code(), Literal.lines(advice)));
        }
        return MethodSpec.methodBuilder(protocol)
                .addModifiers(Modifier.STATIC)
                .returns(Runtime.nullable(ClassName.get(String.class)))
                .addParameter(TypeName.get(String.class), "code")
                .addCode(body.add("default -> null;\n$<};\n").build())
                .build();
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Emits the methods that download the file of an operation to a target. */
final class DownloadMethods {
    private static final ParameterSpec TARGET =
            ParameterSpec.builder(Path.class, "target").build();

    private final JavaOperation operation;
    private final OperationDocs docs;

    DownloadMethods(JavaOperation operation) {
        this.operation = operation;
        this.docs = new OperationDocs(operation);
    }

    void addTo(TypeSpec.Builder type) {
        add(type, "download", Runtime.SAVED_FILE);
        add(
                type,
                "downloadAsync",
                ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), Runtime.SAVED_FILE));
    }

    private void add(TypeSpec.Builder type, String name, TypeName result) {
        type.addMethod(docs.declare(name, result, javadoc(name))
                .addParameter(operation.request(), "request")
                .addParameter(TARGET)
                .addStatement("return context().$L($L, request, target)", name, operation.constant())
                .build());
        CodeBlock like = CodeBlock.of("Same as {@link #$L($T, $T)}", name, operation.request(), Path.class);
        if (operation.forms().hasFields()) {
            TypeName consumer = ParameterizedTypeName.get(ClassName.get(Consumer.class), operation.requestBuilder());
            type.addMethod(docs.declare(name, result, CodeBlock.of("$L, configured by a lambda.\n", like))
                    .addParameter(consumer, "request")
                    .addParameter(TARGET)
                    .addStatement("$T builder = $T.builder()", operation.requestBuilder(), operation.request())
                    .addStatement("request.accept(builder)")
                    .addStatement("return $L(builder.build(), target)", name)
                    .build());
        }
        if (operation.forms().canBeEmpty()) {
            type.addMethod(docs.declare(name, result, CodeBlock.of("$L, with an empty request.\n", like))
                    .addParameter(TARGET)
                    .addStatement("return $L($T.builder().build(), target)", name, operation.request())
                    .build());
        }
    }

    private CodeBlock javadoc(String name) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(Docs.of(Optional.of(operation.spec().title()), Optional.empty(), ""))
                .add("\n\n<p>$L\n", what())
                .add(
                        "\n@param target appears whole and verified, or not at all; it must not exist, unless an option says"
                                + " so\n");
        return name.endsWith("Async")
                ? doc.add(
                                "@return a future that fails with {@link $T}; cancelling it ends the download\n",
                                Runtime.EXCEPTION)
                        .build()
                : doc.add("@throws $T if there is no whole and verified file\n", Runtime.EXCEPTION)
                        .build();
    }

    private String what() {
        if (operation.isStream()) {
            return "The file is streamed to disk.";
        }
        return operation.spec().response().download().orElseThrow().state().isPresent()
                ? "Applies, until the gateway has prepared the file, and downloads it."
                : "Applies, and downloads the file; once more where the link has expired.";
    }
}

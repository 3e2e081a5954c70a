package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaPages;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.Optional;
import java.util.function.Consumer;

/** The methods that list the items of all pages. */
final class ListMethods {
    private static final String NAME = "list";

    private final JavaOperation operation;
    private final JavaPages pages;
    private final OperationDocs docs;
    private final TypeName result;

    ListMethods(JavaOperation operation, JavaPages pages) {
        this.operation = operation;
        this.pages = pages;
        this.docs = new OperationDocs(operation);
        this.result = ParameterizedTypeName.get(Runtime.PAGES, pages.items().element());
    }

    void addTo(TypeSpec.Builder type) {
        ClassName request = operation.request();
        type.addMethod(docs.declare(NAME, result, javadoc())
                .addParameter(request, "request")
                .addStatement(
                        "return $T.of(\n$L.info(), this::$L, this::$LAsync,\n$L,\nrequest)",
                        Runtime.PAGES,
                        operation.constant(),
                        operation.method(),
                        operation.method(),
                        fields())
                .build());
        TypeName consumer = ParameterizedTypeName.get(ClassName.get(Consumer.class), operation.requestBuilder());
        type.addMethod(docs.declare(
                        NAME, result, CodeBlock.of("Same as {@link #$L($T)}, configured by a lambda.\n", NAME, request))
                .addParameter(consumer, "request")
                .addStatement("$T builder = $T.builder()$L", operation.requestBuilder(), request, start())
                .addStatement("request.accept(builder)")
                .addStatement("return $L(builder.build())", NAME)
                .build());
    }

    /** The caller need not say where the list begins, even if the query must say so. */
    private CodeBlock start() {
        return pages.spec().by() == PageKind.TOKEN
                ? CodeBlock.of("")
                : CodeBlock.of(".$N($L)", pages.at().name(), pages.spec().first());
    }

    private CodeBlock fields() {
        ClassName request = operation.request();
        ClassName response = operation.response();
        String at = pages.at().name();
        CodeBlock end = pages.end()
                .map(field -> CodeBlock.of("$T::$N", response, field.name()))
                .orElse(CodeBlock.of(""));
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.<$T, $T, $T>by$L($S, ",
                        Runtime.PAGE_FIELDS,
                        request,
                        response,
                        pages.items().element(),
                        switch (pages.spec().by()) {
                            case OFFSET -> "Offset";
                            case PAGE -> "Page";
                            case TOKEN -> "Token";
                        },
                        pages.spec().at());
        if (pages.spec().by() != PageKind.TOKEN) {
            code.add("$L, ", pages.spec().first());
        }
        code.add(
                "$T::$N,\n(page, at) -> page.toBuilder().$N(at).build(),\n$T::$N",
                request,
                at,
                at,
                response,
                pages.items().name());
        if (pages.spec().by() == PageKind.TOKEN) {
            return code.add(", $L)", end).build();
        }
        return code.add(pages.end().isPresent() ? CodeBlock.of(")\n.total($L)", end) : CodeBlock.of(")"))
                .build();
    }

    private CodeBlock javadoc() {
        return CodeBlock.builder()
                .add(Docs.of(Optional.of(operation.spec().title()), Optional.empty(), ""))
                .add(
                        "\n\n<p>Lists <code>$L</code> of all pages, by one call for each page.\n",
                        Docs.escape(pages.spec().items()))
                .add(
                        "\n@param request the request of the first page; {@code $N} is where the list begins\n",
                        pages.at().name())
                .add("@return the items; nothing is called before the first is asked for\n")
                .build();
    }
}

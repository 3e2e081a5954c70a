package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaPages;
import io.github.wxpaycodegen.generator.plan.Runtime;
import javax.lang.model.element.Modifier;

/**
 * Emits the part of a URI's interface that lists several pages: the generic interface, and the description of the
 * paging fields.
 */
final class ListingEmitter {
    private static final String CONSTANT = "LIST";

    private final JavaOperation operation;
    private final JavaPages pages;

    ListingEmitter(JavaOperation operation, JavaPages pages) {
        this.operation = operation;
        this.pages = pages;
    }

    void addTo(TypeSpec.Builder type) {
        TypeName described = typed(Runtime.PAGED_OPERATION);
        type.addJavadoc(
                        "\n<p>{@code list} iterates over $L of all pages, starting at $L.\n",
                        Docs.code(pages.spec().items()),
                        Docs.code(pages.spec().at()))
                .addSuperinterface(typed(Runtime.LISTING))
                .addField(FieldSpec.builder(described, CONSTANT, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Describes the list to the runtime.\n")
                        .initializer(
                                "new $T<>(\n$>$>$L,\n$L,\n$L)$<$<",
                                Runtime.PAGED_OPERATION,
                                operation.spec().method().name(),
                                first(),
                                fields())
                        .build())
                .addMethod(MethodSpec.methodBuilder("listOperation")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                        .returns(described)
                        .addStatement("return $L", CONSTANT)
                        .build());
    }

    private TypeName typed(ClassName generic) {
        return ParameterizedTypeName.get(
                generic,
                operation.request(),
                operation.requestBuilder(),
                operation.response(),
                pages.items().element());
    }

    /**
     * Sets the first page, because the query may require it although the caller of {@code list} does not choose it.
     */
    private CodeBlock first() {
        return pages.spec().by() == PageKind.TOKEN
                ? CodeBlock.of("first -> {}")
                : CodeBlock.of(
                        "first -> first.$N($L)", pages.at().name(), pages.spec().first());
    }

    /** {@code PageFields.<OrdersRequest, OrdersResponse, Order>byOffset("offset", 0, OrdersRequest::offset, …)}. */
    private CodeBlock fields() {
        ClassName response = operation.response();
        String at = pages.at().name();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.<$T, $T, $T>$L(\n$>$>$S,\n",
                        Runtime.PAGE_FIELDS,
                        operation.request(),
                        response,
                        pages.items().element(),
                        switch (pages.spec().by()) {
                            case OFFSET -> "byOffset";
                            case PAGE -> "byPage";
                            case TOKEN -> "byToken";
                        },
                        pages.spec().at());
        boolean token = pages.spec().by() == PageKind.TOKEN;
        if (!token) {
            code.add("$L,\n", pages.spec().first());
        }
        code.add(
                "$T::$N,\n(page, at) -> page.toBuilder().$N(at).build(),\n$S,\n$T::$N",
                operation.request(),
                at,
                at,
                pages.spec().items(),
                response,
                pages.items().name());
        if (token) {
            return code.add(
                            ",\n$T::$N)$<$<",
                            response,
                            pages.end().orElseThrow().name())
                    .build();
        }
        code.add(")$<$<");
        pages.end().ifPresent(total -> code.add("\n.total($T::$N)", response, total.name()));
        return code.build();
    }
}

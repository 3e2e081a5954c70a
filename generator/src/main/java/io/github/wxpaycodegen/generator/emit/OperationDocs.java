package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Lifecycle;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaSettlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Builds an operation's Javadoc in the interface, and marks its methods as deprecated where the operation is. */
final class OperationDocs {
    /** The room for a class and a path on one line. */
    private static final int ROOM = 84;

    /** The room for a class on the line that says when a call is settled. */
    private static final int LINK = 22;

    private final JavaOperation planned;
    private final Operation operation;

    OperationDocs(JavaOperation planned) {
        this.planned = planned;
        this.operation = planned.spec();
    }

    /** Returns a method that calls the operation. It is deprecated if the operation is; its Javadoc comes first. */
    MethodSpec.Builder declare(String name, String javadoc, Object... arguments) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc, arguments)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT);
        if (operation.lifecycle().isDeprecated()) {
            method.addAnnotation(Deprecated.class).addJavadoc("\n@deprecated $L\n", whyDeprecated());
        }
        return method;
    }

    /** Returns the title as a sentence. */
    String title() {
        return Docs.ended(Docs.escape(operation.title()));
    }

    /** Returns sentences: why the operation is deprecated, and the replacement. */
    CodeBlock whyDeprecated() {
        Lifecycle lifecycle = operation.lifecycle();
        List<CodeBlock> sentences = new ArrayList<>();
        if (lifecycle.closed()) {
            sentences.add(CodeBlock.of("WeChat Pay has closed this operation."));
        }
        lifecycle.deprecated().ifPresent(reason -> sentences.add(Docs.paragraph(Docs.ended(Docs.escape(reason)))));
        lifecycle.replacedBy().ifPresent(uri -> sentences.add(replacement(uri)));
        return CodeBlock.join(sentences, "\n");
    }

    private CodeBlock replacement(String uri) {
        String path = Docs.path(uri);
        return planned.replacement()
                .map(api -> CodeBlock.of(
                        String.join(".", api.simpleNames()).length() + path.length() <= ROOM
                                ? "Use {@link $T} ($L)."
                                : "Use {@link $T}\n($L).",
                        api,
                        path))
                .orElseGet(() -> CodeBlock.of("Use $L.", path));
    }

    /** Returns the operation's part of the interface's Javadoc. */
    CodeBlock describe() {
        Documentation documentation = operation.documentation();
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(
                        "\n$L\n",
                        Docs.paragraph("<p>" + Docs.code(operation.method().name()) + ": " + title()
                                + Docs.description(documentation.description()) + " Protocol " + Docs.escape(needs())
                                + "." + Docs.escape(context(documentation))));
        if (operation.lifecycle().isDeprecated()) {
            doc.add("\n<p><b>Deprecated.</b> $L\n", whyDeprecated());
        }
        return doc.add(Docs.pages(documentation.pages()))
                .add(errors())
                .add(settlement())
                .add(notifications())
                .build();
    }

    private CodeBlock settlement() {
        return planned.settlement()
                .flatMap(JavaSettlement::callable)
                .map(query -> CodeBlock.of(
                        "\n<p>If the outcome of a call is unknown, {@code settle()} queries it with$L{@link $T}.\n",
                        String.join(".", query.api().simpleNames()).length() <= LINK ? " " : "\n",
                        query.api()))
                .orElseGet(() -> CodeBlock.of(""));
    }

    private String needs() {
        String signed = operation.security().requestUnsigned()
                ? "not signed"
                : "signed with " + planned.endpoint().root().signingKey();
        return planned.endpoint().protocol().name().toLowerCase(Locale.ROOT) + ", " + signed
                + (operation.security().clientCertificate() ? "; requires the merchant's client certificate" : "")
                + (operation.security().responseUnsigned() ? "; the response may be unsigned" : "");
    }

    private String context(Documentation documentation) {
        String product =
                documentation.product().map(text -> " Product: " + text + ".").orElse("");
        String roles = documentation.roles().stream().map(MerchantRole::key).collect(Collectors.joining(", "));
        return product
                + (roles.isEmpty() ? "" : " For " + roles + ".")
                + operation
                        .effects()
                        .rateLimit()
                        .map(limit -> " Rate limit: " + limit + ".")
                        .orElse("");
    }

    private CodeBlock errors() {
        CodeBlock.Builder list = CodeBlock.builder();
        if (!operation.effects().errors().isEmpty()) {
            list.add("\n<p>Errors:\n<ul>\n");
            operation.effects().errors().forEach(error -> list.add("$L\n", Docs.paragraph("<li>" + describe(error))));
            list.add("</ul>\n");
        }
        return list.build();
    }

    private static String describe(ErrorSpec error) {
        StringBuilder text = new StringBuilder("<code>" + Docs.escape(error.code()) + "</code>");
        error.status().ifPresent(status -> text.append(" (HTTP ").append(status).append(")"));
        String rest =
                error.title().map(title -> " " + Docs.ended(Docs.escape(title))).orElse("")
                        + error.advice()
                                .map(advice -> " " + Docs.ended(Docs.escape(advice)))
                                .orElse("")
                        + (error.uncertain() ? " The outcome is unknown." : "");
        return text.append(rest.isEmpty() ? "" : ":").append(rest).toString();
    }

    private CodeBlock notifications() {
        if (operation.effects().notifies().isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.of(
                "\n<p>Notifications: $L.\n",
                operation.effects().notifies().stream().map(this::notification).collect(CodeBlock.joining(",\n")));
    }

    private CodeBlock notification(NotificationRef reference) {
        return Optional.ofNullable(planned.notifications().get(reference))
                .map(name -> CodeBlock.of("{@link $T}", name))
                .orElseGet(() -> CodeBlock.of("<code>$L</code>", Docs.escape(reference.id())));
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Lifecycle;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaSettlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Builds an operation's Javadoc in the interface, and marks its methods as deprecated where the operation is. */
final class OperationDocs {
    /** The room for a class and a path on one line. */
    private static final int ROOM = 84;

    /** The most characters of a summary with its link, so that the comment is one line. */
    private static final int SUMMARY = 90;

    /** The room for a class on the line that says when a call is settled. */
    private static final int LINK = 42;

    /** Stands for all error codes without advice in a list of uncertain ones. */
    private static final String UNLISTED = "*";

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

    /**
     * Returns the title for the first line of a shorthand, with the URI if that fits on the line: two products may have an
     * operation of the same title.
     */
    String summary(JavaNode node) {
        String whole = title() + " "
                + Docs.code(operation.method() + " " + planned.endpoint().uri()) + ".";
        int link = String.join(".", node.name().simpleNames()).length();
        return whole.length() + link <= SUMMARY ? whole : title();
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

    /**
     * Returns the operation's part of the interface's Javadoc.
     *
     * @param named whether the Javadoc begins with the operation's method and title
     */
    CodeBlock describe(boolean named) {
        Documentation documentation = operation.documentation();
        String first = (named ? "" : Docs.code(operation.method().name()) + ": " + title())
                + Docs.description(documentation.description()) + " Protocol " + Docs.escape(needs()) + "."
                + effects() + context(documentation) + hosts();
        CodeBlock.Builder doc = CodeBlock.builder().add("\n$L\n", Docs.paragraph("<p>" + first.stripLeading()));
        if (operation.lifecycle().isDeprecated()) {
            doc.add("\n<p><b>Deprecated.</b> $L\n", whyDeprecated());
        }
        return doc.add(Docs.pages(documentation))
                .add(errors())
                .add(settlement())
                .add(notifications())
                .build();
    }

    private String effects() {
        Set<String> described = operation.effects().errors().stream()
                .filter(ErrorSpec::uncertain)
                .map(ErrorSpec::code)
                .collect(Collectors.toSet());
        String uncertain = operation.effects().uncertain().stream()
                .filter(code -> !described.contains(code))
                .map(code -> code.equals(UNLISTED) ? "any error code without advice" : Docs.code(code))
                .collect(Collectors.joining(", "));
        return (operation.effects().readOnly()
                        ? " Read-only."
                        : operation.effects().idempotent()
                                ? " Idempotent: repeating the same request has no further effect."
                                : "")
                + (uncertain.isEmpty() ? "" : " The outcome is unknown after " + uncertain + ".");
    }

    private String hosts() {
        return operation.hosts().stream()
                .map(host -> (host.alternative() ? " Alternative host: " : " Host: ") + Docs.code(host.url()) + ".")
                .collect(Collectors.joining());
    }

    private CodeBlock settlement() {
        return planned.settlement()
                .flatMap(JavaSettlement::callable)
                .map(query -> CodeBlock.of(
                        "\n<p>After an unknown outcome, {@code settle()} calls$L{@link $T}.\n",
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
        return Docs.audience(documentation)
                + operation
                        .effects()
                        .rateLimit()
                        .map(limit -> " Rate limit: " + Docs.escape(limit) + ".")
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
        StringBuilder text = new StringBuilder(Docs.code(error.code()));
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
        CodeBlock.Builder list = CodeBlock.builder().add("\n<p>Notifications:");
        int column = "<p>Notifications:".length();
        String after = "";
        for (NotificationRef reference : operation.effects().notifies()) {
            Optional<ClassName> name =
                    Optional.ofNullable(planned.notifications().get(reference));
            int width = name.map(
                            known -> "{@link }, ".length() + known.simpleName().length())
                    .orElse(Docs.code(reference.id()).length());
            boolean fits = column + width <= ROOM;
            column = (fits ? column : 0) + width;
            list.add(
                    "$L$L$L",
                    after,
                    fits ? " " : "\n",
                    name.map(known -> CodeBlock.of("{@link $T}", known))
                            .orElseGet(() -> CodeBlock.of("$L", Docs.code(reference.id()))));
            after = ",";
        }
        return list.add(".\n").build();
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Download;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.Runtime;
import io.github.wxpaycodegen.generator.plan.RuntimeTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Emits the part of a URI's interface for one operation: the generic interface with the calls, and the description of
 * the operation for the runtime.
 */
final class OperationEmitter {
    /** A path of more characters has a line of its own. */
    private static final int LONG_PATH = 60;

    /** Advice has a line of its own if it has more characters, together with its code. */
    private static final int LONG_ERROR = 84;

    private final JavaOperation operation;
    private final TypeName operationType;

    OperationEmitter(JavaOperation operation) {
        this.operation = operation;
        this.operationType = ParameterizedTypeName.get(
                Runtime.TYPED_OPERATION, operation.request(), operation.requestBuilder(), operation.response());
    }

    void addTo(TypeSpec.Builder type) {
        type.addField(constant()).addSuperinterface(calls()).addMethod(accessor(operation.method()));
        if (operation.hasFile()) {
            type.addSuperinterface(downloads()).addMethod(accessor("download"));
        }
        operation.pages().ifPresent(pages -> new ListingEmitter(operation, pages).addTo(type));
        if (operation.spec().lifecycle().isDeprecated()) {
            new DeprecatedCalls(operation).addTo(type);
        }
    }

    /** Returns {@code Post<CloseRequest, CloseRequest.Builder, CloseResponse>}. */
    private TypeName calls() {
        return operation.isRedirect()
                ? ParameterizedTypeName.get(callsOf(operation), operation.request(), operation.requestBuilder())
                : ParameterizedTypeName.get(
                        callsOf(operation), operation.request(), operation.requestBuilder(), operation.response());
    }

    private TypeName downloads() {
        return ParameterizedTypeName.get(downloadsOf(operation), operation.request(), operation.requestBuilder());
    }

    /** Returns the interface of the runtime with the calls of an operation. */
    static ClassName callsOf(JavaOperation operation) {
        return form(
                operation,
                operation.isRedirect()
                        ? Runtime.REDIRECT
                        : Runtime.endpoint(operation.spec().method()));
    }

    /** Returns the interface of the runtime with the downloads of an operation. */
    static ClassName downloadsOf(JavaOperation operation) {
        return form(operation, Runtime.DOWNLOAD);
    }

    private static ClassName form(JavaOperation operation, ClassName endpoint) {
        return operation.forms().canBeEmpty() ? RuntimeTypes.requestOptional(endpoint) : endpoint;
    }

    private FieldSpec constant() {
        return FieldSpec.builder(operationType, name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Describes the operation to the runtime.\n")
                .initializer(
                        "new $T<>(\n$>$>$T::builder,\n$L)$<$<",
                        Runtime.TYPED_OPERATION,
                        operation.request(),
                        describe(operation))
                .build();
    }

    private MethodSpec accessor(String prefix) {
        return MethodSpec.methodBuilder(prefix + "Operation")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(operationType)
                .addStatement("return $L", name())
                .build();
    }

    private String name() {
        return operation.spec().method().name();
    }

    private static CodeBlock describe(JavaOperation planned) {
        Operation operation = planned.spec();
        CodeBlock.Builder code = CodeBlock.builder().add(begin(planned));
        if (!planned.isRedirect()) {
            code.add("\n.title($L)", Literal.of(operation.title()));
        }
        traits(code, planned);
        texts(code, "uncertain", operation.effects().uncertain());
        texts(code, "echoes", operation.effects().echoes());
        errors(code, operation);
        texts(code, "workwxSigned", operation.security().workwxSigned());
        segments(code, operation);
        planned.settlement().ifPresent(settlement -> code.add(SettlementEmitter.emit(settlement)));
        for (Host host : operation.hosts()) {
            texts(code, host.alternative() ? "alternativeHost" : "host", List.of(host.url()));
        }
        operation.response().fragment().ifPresent(fragment -> texts(code, "fragment", List.of(fragment)));
        operation.response().download().ifPresent(download -> file(code, planned, download));
        if (operation.response().kind() == ResponseKind.XML) {
            texts(
                    code,
                    "nestedElements",
                    planned.responseFields().stream()
                            .filter(field -> field.spec().hasElements(field.isObject()))
                            .map(JavaField::wireName)
                            .toList());
        }
        return code.add("\n.build()$<$<").build();
    }

    /** Adds {@code .traits(Trait.READ_ONLY)}. */
    private static void traits(CodeBlock.Builder code, JavaOperation planned) {
        Operation operation = planned.spec();
        Map<String, Boolean> traits = new LinkedHashMap<>();
        traits.put("CLIENT_CERTIFICATE", operation.security().clientCertificate());
        traits.put("JSON_BODY", operation.request().body() == BodyKind.JSON);
        traits.put("MULTIPART", operation.request().body() == BodyKind.MULTIPART);
        traits.put("WITHOUT_NONCE", operation.security().nonceless());
        traits.put("UNSIGNED_REQUEST", operation.security().requestUnsigned());
        traits.put("UNSIGNED_RESPONSE", operation.security().responseUnsigned());
        // Files and URLs for a browser have no fields either, but are not such responses.
        traits.put(
                "NO_CONTENT",
                planned.endpoint().protocol() == Protocol.V3
                        && !operation.response().hasBody()
                        && !planned.isStream()
                        && !planned.isRedirect());
        traits.put("ACCEPTED", operation.response().kind() == ResponseKind.ACCEPTED);
        traits.put(
                "IDEMPOTENT",
                operation.effects().idempotent() && !operation.effects().readOnly());
        traits.put("READ_ONLY", operation.effects().readOnly());
        traits.values().removeIf(has -> !has);
        if (!traits.isEmpty()) {
            code.add(
                    "\n.traits($L)",
                    traits.keySet().stream()
                            .map(trait -> CodeBlock.of("$T.$L", Runtime.TRAIT, trait))
                            .collect(CodeBlock.joining(", ")));
        }
    }

    /**
     * Adds {@code .segmentLength("out_trade_no", 32)}, or {@code .segment("task_id", rules -> ...)} if there are other
     * rules.
     */
    private static void segments(CodeBlock.Builder code, Operation operation) {
        for (Field field : operation.request().path()) {
            List<CodeBlock> rules = RuleCode.ofValue(
                    field, regex -> CodeBlock.of("$T.compile($L)", Pattern.class, Literal.pattern(regex)));
            OptionalInt length = field.limits().maxLength();
            if (rules.size() == 1 && length.isPresent()) {
                code.add("\n.segmentLength($S, $L)", field.name(), length.getAsInt());
            } else if (!rules.isEmpty()) {
                code.add(
                        "\n.segment($S, rules -> rules$L$>$>$L$<$<)",
                        field.name(),
                        field.wire().sensitive() ? ".sensitive()" : "",
                        rules.stream().map(rule -> CodeBlock.of("\n.$L", rule)).collect(CodeBlock.joining("")));
            }
        }
    }

    private static void errors(CodeBlock.Builder code, Operation operation) {
        for (ErrorSpec error : operation.effects().errors()) {
            error.advice()
                    .ifPresent(advice -> code.add(
                            error.code().length() + advice.length() > LONG_ERROR
                                    ? "\n.error($S,\n$>$>$L$<$<)"
                                    : "\n.error($S, $L)",
                            error.code(),
                            Literal.lines(advice)));
        }
    }

    /**
     * Returns {@code Operation.<CloseRequest, CloseResponse>v3(HttpMethod.POST, "/v3/...", CloseResponse::readFrom)}, and
     * indents what follows.
     */
    private static CodeBlock begin(JavaOperation planned) {
        Endpoint endpoint = planned.endpoint();
        Operation operation = planned.spec();
        ClassName request = planned.request();
        ClassName response = planned.response();
        String id = "/" + endpoint.uri();
        boolean v2 = endpoint.protocol() == Protocol.V2;
        CodeBlock where = CodeBlock.of(
                "$T.$L,$L$L",
                Runtime.HTTP_METHOD,
                operation.method().name(),
                id.length() > LONG_PATH ? "\n" : " ",
                Literal.lines(id));
        CodeBlock path = v2
                ? CodeBlock.of(",$L$L", id.length() > LONG_PATH / 2 ? "\n" : " ", Literal.lines(endpoint.wirePath()))
                : CodeBlock.of("");
        return switch (operation.response().kind()) {
            case REDIRECT -> CodeBlock.of("$T.<$T>v2Redirect($S$L)$>$>", Runtime.OPERATION, request, id, path);
            case STREAM ->
                CodeBlock.of(
                        "$T.<$T>$L(\n$>$>$>$>$L$L)$<$<",
                        Runtime.OPERATION,
                        request,
                        v2 ? "v2File" : "v3File",
                        where,
                        path);
            default -> {
                String method = !v2 ? "v3" : operation.response().kind() == ResponseKind.JSON ? "v2Json" : "v2";
                yield CodeBlock.of(
                        "$T.<$T, $T>$L(\n$>$>$>$>$L$L,\n$T::readFrom)$<$<",
                        Runtime.OPERATION,
                        request,
                        response,
                        method,
                        where,
                        path,
                        response);
            }
        };
    }

    /** Adds {@code .file(BillFile::downloadUrl, BillFile::hashType, BillFile::hashValue)}. */
    private static void file(CodeBlock.Builder code, JavaOperation operation, Download download) {
        Function<String, CodeBlock> accessor = name -> wireValue(operation, operation.responseField(name));
        List<String> fields = new ArrayList<>(List.of(download.url()));
        download.hashType().ifPresent(fields::add);
        download.hashValue().ifPresent(fields::add);
        code.add("\n.file($L)", fields.stream().map(accessor).collect(CodeBlock.joining(", ")));
        download.state()
                .ifPresent(state -> code.add(
                        "\n.fileWaits($L, $L)",
                        accessor.apply(state),
                        download.waiting().stream()
                                .map(value -> CodeBlock.of("$S", value))
                                .collect(CodeBlock.joining(", "))));
    }

    /**
     * Returns the accessor of the wire value. The runtime compares wire values, because constants may have other names,
     * and are missing for newer values.
     */
    private static CodeBlock wireValue(JavaOperation operation, JavaField field) {
        return CodeBlock.of("$T::$N", operation.response(), field.isEnum() ? field.wireValueName() : field.name());
    }

    private static void texts(CodeBlock.Builder code, String method, List<String> values) {
        if (!values.isEmpty()) {
            code.add(Layout.step(method, values));
        }
    }
}

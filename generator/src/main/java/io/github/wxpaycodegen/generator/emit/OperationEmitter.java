package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.spec.BodyKind;
import io.github.wxpaycodegen.generator.spec.Download;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.ErrorSpec;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.Host;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Protocol;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import io.github.wxpaycodegen.generator.spec.SharedType.TypeShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Emits what the runtime needs to know of an endpoint's operations; callers do not see it. */
final class OperationEmitter {
    private final ClassNames names;

    OperationEmitter(ClassNames names) {
        this.names = names;
    }

    TypeSpec emit(Endpoint endpoint) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(names.operations(endpoint)).addModifiers(Modifier.FINAL);
        for (Operation operation : endpoint.operations()) {
            type.addField(FieldSpec.builder(
                            ParameterizedTypeName.get(
                                    Runtime.OPERATION,
                                    names.request(endpoint, operation),
                                    names.response(endpoint, operation)),
                            operation.method().name(),
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer(describe(endpoint, operation))
                    .build());
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private CodeBlock describe(Endpoint endpoint, Operation operation) {
        CodeBlock.Builder code = CodeBlock.builder().add(begin(endpoint, operation));
        if (operation.responseKind() != ResponseKind.REDIRECT) {
            code.add("\n.title($L)", Literal.of(operation.title()));
        }
        traits(code, endpoint, operation);
        texts(code, "uncertain", operation.uncertain());
        texts(code, "echoes", operation.echoes());
        errors(code, operation);
        texts(code, "workwxSigned", operation.workwxSigned());
        operation.settledBy().ifPresent(uri -> texts(code, "settledBy", List.of("/" + uri)));
        for (Host host : operation.hosts()) {
            texts(code, host.alternative() ? "alternativeHost" : "host", List.of(host.url()));
        }
        operation.fragment().ifPresent(fragment -> texts(code, "fragment", List.of(fragment)));
        operation.download().ifPresent(download -> file(code, endpoint, operation, download));
        if (operation.responseKind() == ResponseKind.XML) {
            texts(
                    code,
                    "nestedElements",
                    operation.response().fields().stream()
                            .filter(this::isNested)
                            .map(Field::name)
                            .toList());
        }
        return code.add("\n.build()").build();
    }

    /** {@code .traits(Trait.READ_ONLY)}. */
    private static void traits(CodeBlock.Builder code, Endpoint endpoint, Operation operation) {
        Map<String, Boolean> traits = new LinkedHashMap<>();
        traits.put("CLIENT_CERTIFICATE", operation.security());
        traits.put("JSON_BODY", operation.body() == BodyKind.JSON);
        traits.put("MULTIPART", operation.body() == BodyKind.MULTIPART);
        traits.put("WITHOUT_NONCE", operation.nonceless());
        traits.put("UNSIGNED_REQUEST", operation.requestUnsigned());
        traits.put("UNSIGNED_RESPONSE", operation.responseUnsigned());
        traits.put(
                "NO_CONTENT",
                endpoint.protocol() == Protocol.V3 && !operation.hasResponseBody() && hasFields(operation));
        traits.put("IDEMPOTENT", operation.idempotent() && !operation.readOnly());
        traits.put("READ_ONLY", operation.readOnly());
        traits.values().removeIf(has -> !has);
        if (!traits.isEmpty()) {
            code.add(
                    "\n.traits($L)",
                    traits.keySet().stream()
                            .map(trait -> CodeBlock.of("$T.$L", Runtime.TRAIT, trait))
                            .collect(CodeBlock.joining(", ")));
        }
    }

    /** A file and a URL for a browser have no fields either, and are no such responses. */
    private static boolean hasFields(Operation operation) {
        return operation.responseKind() != ResponseKind.STREAM && operation.responseKind() != ResponseKind.REDIRECT;
    }

    private static void errors(CodeBlock.Builder code, Operation operation) {
        for (ErrorSpec error : operation.errors()) {
            error.advice().ifPresent(advice -> code.add("\n.error($S, $L)", error.code(), Literal.of(advice)));
        }
    }

    /** {@code Operation.<CloseRequest, CloseResponse>v3(HttpMethod.POST, "/v3/...", CloseResponse::readFrom)}. */
    private CodeBlock begin(Endpoint endpoint, Operation operation) {
        ClassName request = names.request(endpoint, operation);
        ClassName response = names.response(endpoint, operation);
        String id = "/" + endpoint.uri();
        boolean v2 = endpoint.protocol() == Protocol.V2;
        CodeBlock where = CodeBlock.of(
                "$T.$L, $S", Runtime.HTTP_METHOD, operation.method().name(), id);
        CodeBlock path = v2 ? CodeBlock.of(", $S", endpoint.wirePath()) : CodeBlock.of("");
        return switch (operation.responseKind()) {
            case REDIRECT -> CodeBlock.of("$T.<$T>v2Redirect($S$L)", Runtime.OPERATION, request, id, path);
            case STREAM ->
                CodeBlock.of("$T.<$T>$L($L$L)", Runtime.OPERATION, request, v2 ? "v2File" : "v3File", where, path);
            default -> {
                String method = !v2 ? "v3" : operation.responseKind() == ResponseKind.JSON ? "v2Json" : "v2";
                yield CodeBlock.of(
                        "$T.<$T, $T>$L($L$L, $T::readFrom)",
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

    /** {@code .file(BillFile::downloadUrl, BillFile::hashType, BillFile::hashValue)}. */
    private void file(CodeBlock.Builder code, Endpoint endpoint, Operation operation, Download download) {
        ClassName response = names.response(endpoint, operation);
        Function<String, CodeBlock> accessor = name -> CodeBlock.of(
                "$T::$N",
                response,
                operation.response().fields().stream()
                        .filter(field -> field.name().equals(name))
                        .map(field -> MessageField.of(field, MessageField.Place.BODY, response, names)
                                .name())
                        .findFirst()
                        .orElseThrow());
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

    /** Whether an element has elements of its own. */
    private boolean isNested(Field field) {
        if (field.indexed() || field.encoded().isPresent()) {
            return false;
        }
        return field.list()
                || field.type() instanceof FieldType.InlineObject
                || (field.type() instanceof FieldType.Reference reference
                        && names.type(reference.typeId()).shape() instanceof TypeShape.OfObject);
    }

    private static void texts(CodeBlock.Builder code, String method, List<String> values) {
        if (!values.isEmpty()) {
            code.add(
                    "\n.$L($L)",
                    method,
                    values.stream().map(v -> CodeBlock.of("$S", v)).collect(CodeBlock.joining(", ")));
        }
    }
}

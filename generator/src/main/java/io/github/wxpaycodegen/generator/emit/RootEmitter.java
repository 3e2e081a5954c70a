package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Emits {@code WxPay}, the entry point of the client. */
final class RootEmitter {
    /**
     * The level of the emitted code. Raise it, and {@code NEWEST_LEVEL} of the runtime's {@code GeneratedClient}, with the
     * first release whose emitted code calls something that the runtime of the release before does not have.
     */
    private static final int LEVEL = 1;

    private static final String GENERATED = "GENERATED";

    private final JavaClient client;

    RootEmitter(JavaClient client) {
        this.client = client;
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(client.root())
                .addJavadoc("Client of one merchant. Thread-safe: create one instance and reuse it.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(AutoCloseable.class)
                .addField(generated())
                .addField(Runtime.CLIENT, "client", Modifier.PRIVATE, Modifier.FINAL)
                .addField(Runtime.API_CONTEXT, "context", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(create())
                .addMethod(createInGroup())
                .addMethod(with())
                .addMethod(notifications());
        for (JavaNode child : client.nodes()) {
            type.addMethod(ApiEmitter.step(child, CodeBlock.of("context")));
        }
        return type.addMethod(downloads())
                .addMethod(frontEnd())
                .addMethod(raw())
                .addMethod(connectionStats())
                .addMethod(reload())
                .addMethod(close())
                .addMethod(owner())
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Runtime.CLIENT, "client")
                .addParameter(Runtime.API_CONTEXT, "context")
                .addStatement("this.client = client")
                .addStatement("this.context = context")
                .build();
    }

    private MethodSpec create() {
        return MethodSpec.methodBuilder("create")
                .addJavadoc("Returns a client with this configuration. It connects on the first call.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(client.root())
                .addParameter(Runtime.CONFIG, "config")
                .addStatement("return owner($T.create(config, $L))", Runtime.CLIENT, GENERATED)
                .build();
    }

    private MethodSpec createInGroup() {
        return MethodSpec.methodBuilder("create")
                .addJavadoc(
                        "Returns a client that belongs to a group, for a process that serves many merchants. It needs"
                                + " no thread of\n"
                                + "its own, and shares the connections that do not present a client certificate.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(client.root())
                .addParameter(Runtime.CONFIG, "config")
                .addParameter(Runtime.CLIENTS, "clients")
                .addStatement("return owner(clients.client(config, $L))", GENERATED)
                .build();
    }

    private MethodSpec owner() {
        return MethodSpec.methodBuilder("owner")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(client.root())
                .addParameter(Runtime.CLIENT, "client")
                .addStatement("return new $T(client, client.context())", client.root())
                .build();
    }

    private FieldSpec generated() {
        CodeBlock advice = client.commonErrors()
                .map(name -> CodeBlock.of("\n.v2Advice($T::v2)\n.v3Advice($T::v3)\n", name, name))
                .orElseGet(() -> CodeBlock.of(""));
        return FieldSpec.builder(Runtime.GENERATED_CLIENT, GENERATED, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.ofLevel($L)$>$>$L.build()$<$<", Runtime.GENERATED_CLIENT, LEVEL, advice)
                .build();
    }

    private MethodSpec with() {
        return MethodSpec.methodBuilder("with")
                .addJavadoc("Returns a view of this client that calls with these options. It shares the connections;"
                        + " closing it does nothing.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(client.root())
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Consumer.class), Runtime.CALL_OPTIONS.nestedClass("Builder")),
                        "options")
                .addStatement("return new $T(client, context.with(options))", client.root())
                .build();
    }

    private MethodSpec notifications() {
        return MethodSpec.methodBuilder("notifications")
                .addJavadoc("Returns the reader of notifications. It verifies, decrypts and parses requests to the"
                        + " notify_url.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.NOTIFICATION_READER)
                .addStatement("return context.notifications($T.TYPES)", client.notificationIndex())
                .build();
    }

    private static MethodSpec downloads() {
        return MethodSpec.methodBuilder("downloads")
                .addJavadoc("Returns the downloader for files that responses link to. It verifies them.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.DOWNLOADS)
                .addStatement("return context.downloads()")
                .build();
    }

    private static MethodSpec frontEnd() {
        return MethodSpec.methodBuilder("frontEnd")
                .addJavadoc(
                        "Returns the factory of signed parameters and links with which a front end opens WeChat Pay.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.FRONT_END)
                .addStatement("return context.frontEnd()")
                .build();
    }

    private static MethodSpec raw() {
        return MethodSpec.methodBuilder("raw")
                .addJavadoc("Returns an API for endpoints that no spec describes yet, with hand-written requests.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.RAW_CALLS)
                .addStatement("return context.raw()")
                .build();
    }

    private static MethodSpec connectionStats() {
        return MethodSpec.methodBuilder("connectionStats")
                .addJavadoc(
                        "Returns the number of connections that this client can use, by state.\n\n"
                                + "@return null if a custom transport does not count them\n"
                                + "@see $T#connectionStats\n",
                        Runtime.CLIENT)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.nullable(Runtime.CONNECTION_STATS))
                .addStatement("return client.connectionStats()")
                .build();
    }

    private static MethodSpec reload() {
        return MethodSpec.methodBuilder("reload")
                .addJavadoc(
                        "Replaces the configuration of the running client, for instance to rotate keys and"
                                + " certificates. Calls in\n"
                                + "progress keep the old one. The ids cannot change. A view replaces the configuration of"
                                + " its client.\n\n"
                                + "@throws $T if the new configuration changes an id\n"
                                + "@see $T#reload\n",
                        Runtime.CONFIGURATION_EXCEPTION,
                        Runtime.CLIENT)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.VOID)
                .addParameter(Runtime.CONFIG, "config")
                .addStatement("client.reload(config)")
                .build();
    }

    private static MethodSpec close() {
        return MethodSpec.methodBuilder("close")
                .addJavadoc(
                        "Aborts the calls in progress, whose outcome is then unknown, and closes the connections.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.VOID)
                .addComment("A view has its own context.")
                .beginControlFlow("if (context == client.context())")
                .addStatement("client.close()")
                .endControlFlow()
                .build();
    }
}

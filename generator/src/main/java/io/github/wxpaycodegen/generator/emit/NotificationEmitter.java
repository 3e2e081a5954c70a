package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.plan.JavaNotification;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Emits the class of a notification, with its type and its content, and the list of all types. */
final class NotificationEmitter {
    /** The width of {@code public static final NotificationType<> TYPE = }. */
    private static final int DECLARATION = 47;

    private NotificationEmitter() {}

    static TypeSpec emit(JavaNotification planned) {
        NotificationSpec notification = planned.spec();
        ClassName name = planned.name();
        ClassName content = planned.content();
        String member = planned.contentName();
        TypeSpec.Builder type = TypeSpec.classBuilder(name);
        planned.reply()
                .ifPresent(reply -> type.addSuperinterface(ParameterizedTypeName.get(Runtime.EXPECTS_REPLY, reply)));
        return type.addJavadoc("$L\n", describe(notification))
                .addJavadoc(Docs.pages(notification.documentation()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Runtime.NOTIFICATION)
                .addField(type(notification, name))
                .addField(content, member, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(Runtime.RECEIVED_NOTIFICATION, "received")
                        .addStatement("super(received)")
                        .addStatement("this.$N = received.read($T::readFrom)", member, content)
                        .build())
                .addMethod(MethodSpec.methodBuilder(member)
                        .addJavadoc(
                                notification.protocol() == Protocol.V3
                                        ? "Returns the decrypted resource.\n"
                                        : "Returns the fields of the message; encrypted fields are decrypted.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(content)
                        .addStatement("return $N", member)
                        .build())
                .build();
    }

    /** Returns the title, how the gateway names the notification, and for whom it is. */
    private static CodeBlock describe(NotificationSpec notification) {
        Documentation documentation = notification.documentation();
        List<String> names =
                notification.eventTypes().isEmpty() ? List.of(notification.id()) : notification.eventTypes();
        String audience = Docs.audience(documentation);
        return CodeBlock.join(
                Stream.of(
                                Docs.heading(notification.title(), Docs.codes(names))
                                        + Docs.description(documentation.description()),
                                audience.isEmpty() ? "" : "<p>" + audience.strip())
                        .filter(text -> !text.isEmpty())
                        .map(Docs::paragraph)
                        .toList(),
                "\n\n");
    }

    private static FieldSpec type(NotificationSpec notification, ClassName name) {
        CodeBlock method = CodeBlock.of(
                "$T.$L",
                Runtime.NOTIFICATION_TYPE,
                notification.protocol().name().toLowerCase(Locale.ROOT));
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$T.class", name));
        arguments.add(CodeBlock.of("$S", notification.id()));
        arguments.add(texts(notification.eventTypes()));
        if (notification.protocol() == Protocol.V3) {
            arguments.add(texts(notification.originalTypes()));
            arguments.add(CodeBlock.of("$L", notification.plain()));
        } else {
            arguments.add(texts(notification.recognizedBy()));
        }
        arguments.add(CodeBlock.of("$T::new", name));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(Runtime.NOTIFICATION_TYPE, name),
                        "TYPE",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The type of this notification.\n")
                .initializer(
                        "$>$>$L$L$<$<",
                        Layout.call(
                                method,
                                arguments,
                                DECLARATION + name.simpleName().length()),
                        document(notification))
                .build();
    }

    /** Names the field with an encrypted document, if there is one. */
    private static CodeBlock document(NotificationSpec notification) {
        return notification
                .document()
                .map(field -> CodeBlock.of(
                        field.wire().encrypted().equals(Optional.of(FieldEncryption.AES_ECB))
                                ? "\n$>$>.withAesEcbDocument($S)$<$<"
                                : "\n$>$>.withAesGcmDocument($S)$<$<",
                        field.name()))
                .orElse(CodeBlock.of(""));
    }

    private static CodeBlock texts(List<String> texts) {
        return CodeBlock.of(
                "$T.of($L)",
                List.class,
                texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", ")));
    }

    static TypeSpec emitIndex(ClassName name, List<JavaNotification> notifications) {
        CodeBlock all = notifications.stream()
                .map(each -> CodeBlock.of("$T.TYPE", each.name()))
                .collect(CodeBlock.joining(", "));
        return TypeSpec.classBuilder(name)
                .addJavadoc("Lists the notification types of this client.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                Runtime.NOTIFICATION_TYPES, "TYPES", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("All notification types of this client.\n")
                        .initializer("$T.of($L)", Runtime.NOTIFICATION_TYPES, all)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.NotificationSpec;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import io.github.wxpaycodegen.generator.spec.SharedType;
import io.github.wxpaycodegen.generator.spec.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Emits all files of a client, in memory: on all processors, and in the same order always. */
public final class Emitter {
    private final ClassNames names;
    private final Specs specs;
    private final Set<String> sent;
    private final List<Unit> units = new ArrayList<>();

    private Emitter(Specs specs, String basePackage) {
        this.names = new ClassNames(basePackage, specs);
        this.specs = specs;
        this.sent = SentTypes.of(specs);
    }

    /** The files of a client of these specs; what they are depends on the arguments alone. */
    public static List<SourceFile> emit(Specs specs, String basePackage) {
        return new Emitter(specs, basePackage).emit();
    }

    private List<SourceFile> emit() {
        specs.types().forEach(this::sharedType);
        specs.endpoints().forEach(this::endpoint);
        NotificationEmitter notifications = new NotificationEmitter(names);
        specs.notifications().forEach(each -> notification(each, notifications));
        unit(names.notificationIndex(), "the specs", () -> notifications.emitIndex(specs.notifications()));
        ApiNodeModel root = ApiNodeModel.of(specs);
        ApiEmitter apis = new ApiEmitter(names);
        root.children().forEach(child -> api(child, apis));
        unit(names.root(), "the specs", () -> new RootEmitter(names).emit(root, apis));
        names.commonErrors()
                .ifPresent(name -> unit(name, "the specs", () -> CommonErrorsEmitter.emit(name, specs.errors())));
        List<SourceFile> files =
                new ArrayList<>(units.parallelStream().map(Unit::emit).toList());
        units.stream()
                .map(unit -> unit.name().packageName())
                .distinct()
                .sorted()
                .forEach(name -> files.add(packageInfo(name)));
        IndexEmitter index = new IndexEmitter(specs, names);
        files.add(index.operations());
        files.add(index.notifications());
        files.add(index.errors());
        return files;
    }

    private void sharedType(SharedType type) {
        ClassName name = names.shared(type);
        CodeBlock javadoc = Docs.of(type.title(), type.description(), type.name());
        unit(
                name,
                type.span().file(),
                () -> type.shape() instanceof TypeShape.OfEnum e
                        ? new EnumEmitter(name, e.shape()).emit(javadoc)
                        : MessageEmitter.ofPart(
                                        name,
                                        ((TypeShape.OfObject) type.shape()).shape(),
                                        sent.contains(type.id()),
                                        names)
                                .emit(javadoc));
    }

    private void notification(NotificationSpec notification, NotificationEmitter notifications) {
        String file = notification.span().file();
        unit(names.notification(notification), file, () -> notifications.emit(notification));
        if (notification.bodyType().isEmpty()) {
            ClassName content = names.content(notification);
            CodeBlock javadoc = Docs.of(
                    Optional.of(notification.title() + ": what it says"),
                    notification.documentation().description(),
                    "");
            unit(content, file, () -> MessageEmitter.ofPart(content, notification.body(), false, names)
                    .emit(javadoc));
        }
        if (notification.reply().isPresent()) {
            ClassName reply = names.reply(notification);
            CodeBlock javadoc = Docs.of(Optional.of("Reply to " + notification.title()), Optional.empty(), "");
            unit(reply, file, () -> MessageEmitter.ofReply(
                            reply, notification.reply().get(), names)
                    .emit(javadoc));
        }
    }

    private void endpoint(Endpoint endpoint) {
        String file = endpoint.span().file();
        for (Operation operation : endpoint.operations()) {
            ClassName request = names.request(endpoint, operation);
            unit(request, file, () -> MessageEmitter.ofRequest(request, endpoint.protocol(), operation, names)
                    .emit(titled(operation, "what is sent")));
            if (hasResponseOfItsOwn(operation)) {
                ClassName response = names.response(endpoint, operation);
                unit(response, file, () -> MessageEmitter.ofPart(response, operation.response(), false, names)
                        .emit(titled(operation, "what comes back")));
            }
        }
        unit(names.operations(endpoint), file, () -> new OperationEmitter(names).emit(endpoint));
    }

    static boolean hasResponseOfItsOwn(Operation operation) {
        return operation.responseType().isEmpty()
                && operation.responseKind() != ResponseKind.STREAM
                && operation.responseKind() != ResponseKind.REDIRECT;
    }

    private static CodeBlock titled(Operation operation, String what) {
        return Docs.of(Optional.of(operation.title() + ": " + what), Optional.empty(), "");
    }

    private void api(ApiNodeModel node, ApiEmitter apis) {
        String origin = node.endpoint().map(e -> e.span().file()).orElse(node.path());
        unit(apis.name(node), origin, () -> apis.emit(node));
        node.children().forEach(child -> api(child, apis));
    }

    private void unit(ClassName name, String origin, Supplier<TypeSpec> type) {
        units.add(new Unit(name, origin, type));
    }

    private static SourceFile packageInfo(String name) {
        return java(
                name,
                "package-info",
                header("the specs") + "@NullMarked\npackage " + name + ";\n\nimport "
                        + Runtime.NULL_MARKED.canonicalName() + ";\n");
    }

    private static String header(String origin) {
        return "// Generated by wxpay-generator from " + origin + ". Edits are lost.\n";
    }

    private static SourceFile java(String packageName, String simpleName, String content) {
        String path = packageName.replace('.', '/') + "/" + simpleName + ".java";
        return new SourceFile(SourceFile.Kind.JAVA, path, content);
    }

    /** A class to emit, on whatever thread. */
    private record Unit(ClassName name, String origin, Supplier<TypeSpec> type) {
        SourceFile emit() {
            String body = JavaFile.builder(name.packageName(), type.get())
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .toString();
            return java(name.packageName(), name.simpleName(), header(origin) + CompactSource.of(body));
        }
    }
}

package io.github.wxpaycodegen.generator.tool;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.JavaNotification;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import io.github.wxpaycodegen.generator.plan.JavaType;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lists the classes of a client by what they stand for in the specs, which outlasts their names. Two lists, one of the generator
 * before a change, show which classes it renames.
 */
public final class ClassList {
    private final SortedMap<String, String> classes = new TreeMap<>();
    private final Map<ClassName, JavaType> types = new HashMap<>();

    private ClassList(JavaClient client) {
        client.types().forEach(type -> types.put(type.name(), type));
        client.operations().forEach(this::operation);
        client.notifications().forEach(this::notification);
        client.types().stream()
                .filter(type -> type.origin().endsWith("_types.yaml"))
                .forEach(this::shared);
        client.nodes().forEach(this::place);
    }

    /** Returns the binary names of the classes, by what they stand for: {@code POST v2/pay/refund request}. */
    public static SortedMap<String, String> of(JavaClient client) {
        return new ClassList(client).classes;
    }

    private void operation(JavaOperation operation) {
        String what = operation.spec().method() + " " + operation.endpoint().uri();
        type(what + " request", operation.request());
        if (operation.spec().response().type().isEmpty()) {
            type(what + " response", operation.response());
        }
    }

    private void notification(JavaNotification notification) {
        String what = notification.spec().path();
        classes.put(what, notification.name().reflectionName());
        if (notification.spec().bodyType().isEmpty()) {
            type(what + " content", notification.content());
        }
        notification.reply().ifPresent(reply -> type(what + " reply", reply));
    }

    private void shared(JavaType type) {
        String folder = type.origin().substring(0, type.origin().lastIndexOf('/'));
        type(folder + "/" + type.name().simpleName(), type.name());
    }

    private void place(JavaNode node) {
        // Words of a segment that are separated differently are the same place.
        String place = node.path().toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
        classes.put("place " + place, node.name().reflectionName());
        node.children().forEach(this::place);
    }

    private void type(String what, ClassName name) {
        JavaType type = types.get(name);
        if (type != null) {
            type(what, type);
        }
    }

    private void type(String what, JavaType type) {
        classes.put(what, type.name().reflectionName());
        if (type instanceof JavaMessage message) {
            message.nested()
                    .forEach(nested ->
                            type(what + " " + String.join(" ", nested.heading().names()), nested));
        }
    }

    /**
     * With a folder of specs and a base package, prints the list of its client. With two lists, prints the old and the new name of
     * each class that another name stands for.
     *
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (Files.isDirectory(Path.of(args[0]))) {
            of(client(Path.of(args[0]), args[1])).forEach((what, name) -> out.println(what + "\t" + name));
        } else {
            renamed(Path.of(args[0]), Path.of(args[1])).forEach((old, renamed) -> out.println(old + "\t" + renamed));
        }
    }

    private static JavaClient client(Path specs, String basePackage) throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(specs).stream()
                .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*"))
                .toList();
        Specs read = SpecReader.read(files).specs().orElseThrow();
        return ClientPlanner.plan(read, read, basePackage);
    }

    /** Returns the new names of renamed classes by the old ones. */
    static SortedMap<String, String> renamed(Path oldList, Path newList) throws IOException {
        Map<String, String> after = read(newList);
        SortedMap<String, String> renamed = new TreeMap<>();
        read(oldList).forEach((what, name) -> {
            String now = after.get(what);
            if (now != null && !now.equals(name)) {
                renamed.put(name, now);
            }
        });
        return renamed;
    }

    private static Map<String, String> read(Path list) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (Stream<String> lines = Files.lines(list)) {
            lines.map(line -> line.split("\t", 2)).forEach(line -> classes.put(line[0], line[1]));
        }
        return classes;
    }
}

package io.github.wxpaycodegen.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Javadoc of the whole client, as an IDE shows it: each element says in its first sentence what it stands for. */
class BundledJavadocTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static final Pattern NULLNESS = Pattern.compile("[Nn]ull\\s+if\\s+absent\\.");

    /** Javadoc by class, constant or method. */
    private static final Map<String, String> JAVADOC = new ConcurrentHashMap<>();

    private static JavaClient client;

    @BeforeAll
    static void emit() {
        Specs specs = Bundled.specs();
        client = ClientPlanner.plan(specs, specs, "com.example.pay");
        Emitter.units(client).parallelStream().forEach(unit -> add(unit.name(), unit.type()));
    }

    @AfterAll
    static void forget() {
        JAVADOC.clear();
        client = null;
    }

    @Test
    void everyPublicElementHasJavadoc() {
        assertThat(JAVADOC).hasSizeGreaterThan(50_000);
        assertThat(JAVADOC.entrySet().stream()
                        .filter(element -> element.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void typesHaveChineseNames() {
        // A group of numbered fields has no official name.
        Stream<String> types = types().map(type -> type.name().toString())
                .filter(type -> !text(type).startsWith("Numbered fields ({@code "));

        assertThat(types.filter(type -> !CHINESE.matcher(first(type)).find()).map(BundledJavadocTest::shown))
                .isEmpty();
    }

    @Test
    void accessorsAndSettersHaveTitleAndWireName() {
        List<String> wrong = new ArrayList<>();
        types().filter(JavaMessage.class::isInstance)
                .map(JavaMessage.class::cast)
                .forEach(message -> {
                    for (JavaField field : message.fields()) {
                        String accessor = message.name() + "." + field.name() + "()";
                        String setter = message.builder() + "." + field.name() + "(" + field.parameterType() + ")";
                        if (!first(accessor).matches(named(field))
                                || !NULLNESS.matcher(text(accessor)).find()) {
                            wrong.add(shown(accessor));
                        }
                        if (message.sent() && field.settable() && !first(setter).matches(named(field))) {
                            wrong.add(shown(setter));
                        }
                    }
                });

        assertThat(wrong).isEmpty();
    }

    @Test
    void stepsHaveChineseNamesPathsAndParameters() {
        List<String> wrong = new ArrayList<>();
        nodes(client.nodes()).forEach(node -> {
            ClassName parent = node.name().enclosingClassName();
            String parameter = node.parameter().isPresent() ? "java.lang.String" : "";
            String step = parent + "." + node.method() + "(" + parameter + ")";
            if (parent != null && !(named(first(step)) && described(node, text(step)))) {
                wrong.add(shown(step));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void endpointsHaveTheTitlesOfTheirOperations() {
        List<String> wrong = new ArrayList<>();
        nodes(client.nodes()).forEach(node -> {
            String place = node.name().toString();
            String text = unwrapped(text(place));
            if (!named(first(place))
                    || !node.operations().stream()
                            .allMatch(operation -> text.contains(
                                    unwrapped(Docs.escape(operation.spec().title()))))) {
                wrong.add(shown(place));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void notificationsHaveChineseNamesAndEventTypes() {
        assertThat(client.notifications().stream()
                        .map(notification -> notification.name().toString())
                        .filter(notification -> !named(first(notification)))
                        .map(BundledJavadocTest::shown))
                .isEmpty();
    }

    /** Returns whether a sentence has a Chinese name, and in parentheses that of the protocol. */
    private static boolean named(String sentence) {
        return CHINESE.matcher(sentence).find() && sentence.contains("({@code ");
    }

    /** Text, the wire name in parentheses, and a full stop; or the names of the fields of a group. */
    private static String named(JavaField field) {
        return field.spec().indexed()
                ? "(?s).+ \\(\\{@code .+\\}.*\\)\\."
                : "(?s)[^{\\s].*\\s\\(\\{@code " + Pattern.quote(field.wireName()) + "\\}\\)\\.";
    }

    private static boolean described(JavaNode node, String text) {
        return node.parameter().isEmpty()
                || Pattern.compile("@param " + node.method() + " \\S.*\\s\\(\\{@code ")
                        .matcher(text)
                        .find();
    }

    private static String shown(String element) {
        return element + ": " + first(element);
    }

    private static String text(String element) {
        return JAVADOC.getOrDefault(element, "");
    }

    private static String first(String element) {
        return text(element).split("(?<=\\.)\\s", 2)[0];
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Stream<JavaNode> nodes(List<JavaNode> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node), nodes(node.children())));
    }

    private static Stream<JavaType> types() {
        return client.types().stream().flatMap(BundledJavadocTest::withNested);
    }

    private static Stream<JavaType> withNested(JavaType type) {
        Stream<JavaType> nested = type instanceof JavaMessage message ? message.nested().stream() : Stream.of();
        return Stream.concat(Stream.of(type), nested.flatMap(BundledJavadocTest::withNested));
    }

    private static void add(ClassName name, TypeSpec type) {
        put(name.toString(), type.javadoc());
        type.enumConstants().forEach((constant, body) -> put(name + "." + constant, body.javadoc()));
        type.fieldSpecs().stream()
                .filter(field -> field.modifiers().contains(Modifier.PUBLIC))
                .forEach(field -> put(name + "." + field.name(), field.javadoc()));
        type.methodSpecs().stream()
                .filter(method -> method.modifiers().contains(Modifier.PUBLIC))
                .filter(method -> !inherits(method))
                .forEach(method -> put(name + "." + signature(method), method.javadoc()));
        type.typeSpecs().forEach(nested -> add(name.nestedClass(nested.name()), nested));
    }

    private static String signature(MethodSpec method) {
        return method.name()
                + method.parameters().stream()
                        .map(parameter -> parameter.type().withoutAnnotations().toString())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean inherits(MethodSpec method) {
        return method.annotations().stream().map(AnnotationSpec::type).anyMatch(ClassName.get(Override.class)::equals);
    }

    private static void put(String element, CodeBlock javadoc) {
        JAVADOC.put(element, javadoc.toString());
    }
}

package io.github.wxpaycodegen.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.JavaType;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Javadoc of the whole client, as an IDE shows it: each element says in its first sentence what it stands for. */
class BundledJavadocTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Javadoc by class, or by class, method and number of parameters; of overloads, the first. */
    private static final Map<String, String> JAVADOC = new ConcurrentHashMap<>();

    private static JavaClient client;

    @BeforeAll
    static void emit() throws IOException {
        Specs specs = SpecReader.read(SpecFiles.ofDirectory(Path.of("../api-specs")).stream()
                        .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*"))
                        .toList())
                .specs()
                .orElseThrow();
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
        assertThat(types().map(JavaType::name)
                        // A single field has no official name: the group that its numbers form.
                        .filter(name -> !JAVADOC.get(name.toString()).startsWith("Numbered fields ({@code ")))
                .hasSizeGreaterThan(4_000)
                .allSatisfy(name -> assertThat(first(name.toString())).containsPattern(CHINESE));
        assertThat(client.notifications()).isNotEmpty().allSatisfy(each -> assertThat(
                        first(each.name().toString()))
                .containsPattern(CHINESE)
                .contains("{@code "));
    }

    @Test
    void accessorsAndSettersHaveTitleAndWireName() {
        types().filter(JavaMessage.class::isInstance)
                .map(JavaMessage.class::cast)
                .forEach(message -> {
                    for (JavaField field : message.fields()) {
                        String accessor = message.name() + "#" + field.name() + "/0";
                        assertThat(first(accessor)).as(accessor).matches(named(field));
                        assertThat(JAVADOC.get(accessor)).as(accessor).containsPattern("ull if\\s+absent\\.");
                        if (message.sent() && field.settable()) {
                            String setter = message.builder() + "#" + field.name() + "/1";
                            assertThat(first(setter)).as(setter).matches(named(field));
                        }
                    }
                });
    }

    @Test
    void stepsHaveChineseNamesAndPaths() {
        nodes(client.nodes())
                .filter(node -> node.name().enclosingClassName() != null)
                .forEach(node -> {
                    String step = node.name().enclosingClassName() + "#" + node.method() + "/"
                            + (node.parameter().isPresent() ? 1 : 0);
                    assertThat(first(step)).as(step).containsPattern(CHINESE).contains("{@code ");
                    if (node.parameter().isPresent()) {
                        assertThat(JAVADOC.get(step))
                                .as(step)
                                .containsPattern("@param " + node.method() + " .*\\p{IsHan}.* \\(");
                    }
                });
    }

    @Test
    void endpointsHaveTheTitlesOfTheirOperations() {
        nodes(client.nodes()).forEach(node -> {
            String type = node.name().toString();
            assertThat(first(type)).as(type).containsPattern(CHINESE).contains("{@code ");
            node.operations().forEach(operation -> assertThat(unwrapped(JAVADOC.get(type)))
                    .as(type)
                    .contains(unwrapped(Docs.escape(operation.spec().title()))));
        });
    }

    @Test
    void noTextStartsWithAPreposition() {
        assertThat(JAVADOC.values()).noneMatch(text -> text.startsWith("To ") || text.startsWith("Of "));
    }

    /** Text, the wire name in parentheses, and a full stop; or the names of the fields of a group. */
    private static String named(JavaField field) {
        return field.spec().indexed()
                ? "(?s).+ \\(\\{@code .+\\}.*\\)\\."
                : "(?s)[^{].* \\(\\{@code\\s" + Pattern.quote(field.wireName()) + "\\}\\)\\.";
    }

    private static String first(String element) {
        String text = JAVADOC.getOrDefault(element, "");
        return text.split("(?<=\\.)\\s", 2)[0];
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
                .forEach(method -> put(
                        name + "#" + method.name() + "/" + method.parameters().size(), method.javadoc()));
        type.typeSpecs().forEach(nested -> add(name.nestedClass(nested.name()), nested));
    }

    private static boolean inherits(MethodSpec method) {
        return method.annotations().stream().map(AnnotationSpec::type).anyMatch(ClassName.get(Override.class)::equals);
    }

    private static void put(String element, CodeBlock javadoc) {
        JAVADOC.putIfAbsent(element, javadoc.toString());
    }
}

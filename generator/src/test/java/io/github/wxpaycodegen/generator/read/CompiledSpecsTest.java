package io.github.wxpaycodegen.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.generator.binary.BinaryValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled specs are read as their YAML is, whatever is added to them, replaced in them or removed from them. */
class CompiledSpecsTest {
    private static final Path SPECS = Path.of("src/test/resources/golden/specs");
    private static final Pattern TYPE = Pattern.compile("(?m)^  ([A-Z]\\w*):");
    private static final Pattern VALUE = Pattern.compile("enum: \\[");

    private static Map<String, SpecFile> files;
    private static Map<String, CompiledSpec> compiled;

    @BeforeAll
    static void compile() throws IOException {
        files = byPath(SpecFiles.ofDirectory(SPECS));
        files.put("v3/pay/first.yaml", file("v3/pay/first.yaml", """
                        uri: v3/pay/first
                        post:
                          title: 下单
                          settledBy: v3/pay/second
                          notifies: [TEST.PAID]
                          replacedBy: v3/pay/second
                          request: {state: {type: State, example: PAID, description: Written once.}}
                          response: {part: {type: Part}}
                        """));
        files.put("v3/pay/second.yaml", file("v3/pay/second.yaml", """
                        uri: v3/pay/second
                        get: {title: 查单, readOnly: true, query: {state: {type: v3/other/Far}}, response: {part: {type: Part}}}
                        """));
        files.put("v3/pay/_types.yaml", file("v3/pay/_types.yaml", """
                        types:
                          State: {enum: [PAID, CLOSED]}
                          Part: {fields: {far: {type: v3/other/Far, default: NEAR}}}
                        """));
        files.put(
                "v3/other/_types.yaml", file("v3/other/_types.yaml", "title: 其他\ntypes: {Far: {enum: [NEAR, FAR]}}\n"));
        files.put("notifications/v3/TEST.PAID.yaml", file("notifications/v3/TEST.PAID.yaml", """
                        notification:
                          id: TEST.PAID
                          protocol: v3
                          title: 通知
                          eventTypes: [TEST.PAID]
                          resource: {state: {type: v3/pay/State}}
                        """));
        BinaryValues<CompiledSpecs.SpecsFile> format = new BinaryValues<>(CompiledSpecs.SpecsFile.class);
        byte[] bytes = format.write(new CompiledSpecs.SpecsFile("", SpecReader.compile(List.copyOf(files.values()))));
        compiled = format.read(bytes).orElseThrow().specs().stream()
                .collect(Collectors.toMap(CompiledSpec::path, Function.identity()));
    }

    private static Map<String, SpecFile> byPath(List<SpecFile> files) {
        Map<String, SpecFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }

    private static SpecFile file(String path, String text) {
        return new SpecFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsParsedAgain() {
        List<SpecFile> unreadable = compiled.values().stream()
                .map(spec -> SpecFile.compiled(spec, () -> {
                    throw new AssertionError(spec.path() + " is read");
                }))
                .toList();

        SpecReading reading = SpecReader.read(unreadable);

        assertSame(reading, SpecReader.read(List.copyOf(files.values())));
        assertThat(reading.specs()).isPresent();
    }

    /** A change of one file, after which others may mean something else. */
    private record Change(String name, UnaryOperator<Map<String, SpecFile>> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (SpecFile file : files.values()) {
            String path = file.path();
            String text = new String(file.content(), StandardCharsets.UTF_8);
            changes.add(new Change("remove " + path, specs -> without(path, specs)));
            changes.add(replace("break", path, "uri: ["));
            changes.add(replace("comment", path, "# A comment.\n" + text));
            if (TypesParser.isTypes(path)) {
                changes.add(
                        replace("rename the types of", path, TYPE.matcher(text).replaceAll("  Other$1:")));
                changes.add(replace("add a value in", path, VALUE.matcher(text).replaceAll("enum: [ADDED, ")));
            } else {
                // A nearer type takes the place of the one that was meant.
                for (String type : types()) {
                    String folder = TypeIndex.parent(path);
                    for (String at = folder; !at.isEmpty(); at = TypeIndex.parent(at)) {
                        changes.add(replace(
                                "declare " + type.toLowerCase(Locale.ROOT),
                                at + "/" + TypesParser.FILE,
                                "types: {" + type + ": {enum: [NEARER]}}"));
                    }
                }
            }
        }
        changes.add(new Change("remove the near type and declare the far one", specs -> replace(
                        "", "v3/_types.yaml", "types: {State: {enum: [PAID]}, Part: {enum: [A]}}")
                .change()
                .apply(without("v3/pay/_types.yaml", specs))));
        changes.add(new Change(
                "remove a notification and what it follows",
                specs -> without("v3/pay/second.yaml", without("notifications/v3/TEST.PAID.yaml", specs))));
        changes.add(replace("notification of the same name", "notifications/v2/TEST.PAID.yaml", """
                notification: {id: TEST.PAID, protocol: v2, title: 通知, recognizedBy: [a], body: {a: {type: string}}}
                """));
        return changes.stream()
                .collect(Collectors.toMap(Change::name, Function.identity(), (a, b) -> a, TreeMap::new))
                .values()
                .stream();
    }

    private static Set<String> types() {
        Set<String> names = new HashSet<>();
        for (SpecFile file : files.values()) {
            if (TypesParser.isTypes(file.path())) {
                Matcher types = TYPE.matcher(new String(file.content(), StandardCharsets.UTF_8));
                while (types.find()) {
                    names.add(types.group(1));
                }
            }
        }
        return names;
    }

    private static Change replace(String how, String path, String text) {
        return new Change(how + " " + path, specs -> {
            Map<String, SpecFile> changed = new TreeMap<>(specs);
            changed.put(path, file(path, text));
            return changed;
        });
    }

    private static Map<String, SpecFile> without(String path, Map<String, SpecFile> specs) {
        Map<String, SpecFile> changed = new TreeMap<>(specs);
        changed.remove(path);
        return changed;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesHaveTheSameEffect(Change change) {
        Map<String, SpecFile> precompiled = new TreeMap<>();
        files.forEach((path, file) -> precompiled.put(path, SpecFile.compiled(compiled.get(path), file::content)));

        assertSame(
                read(change.change().apply(precompiled)), read(change.change().apply(files)));
    }

    private static SpecReading read(Map<String, SpecFile> specs) {
        return SpecReader.read(List.copyOf(specs.values()));
    }

    private static void assertSame(SpecReading actual, SpecReading expected) {
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
        assertThat(actual.specs()).isEqualTo(expected.specs());
        assertThat(actual.readable()).isEqualTo(expected.readable());
        assertThat(actual.suppressions()).containsExactlyInAnyOrderElementsOf(expected.suppressions());
    }

    @Test
    void specsWithErrorsAreNotCompiled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpecReader.compile(List.of(file("v3/a.yaml", "uri: v3/b"))))
                .withMessageContaining("v3/a.yaml:1:");
    }
}

package io.github.wxpaycodegen.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The code emitted for specs that use every feature; {@code -Dgolden.record=true} records it. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path EXPECTED = GOLDEN.resolve("expected");

    @Test
    void outputEqualsGoldenFiles() throws IOException {
        Map<String, String> emitted = new TreeMap<>();
        emit(specs()).forEach(file -> emitted.put(file.path() + ".txt", file.content()));
        if (Boolean.getBoolean("golden.record")) {
            record(emitted);
        }

        assertThat(recorded()).isEqualTo(emitted);
    }

    @Test
    void compilesWithoutAWarning() throws IOException {
        Compilation compilation =
                Compiler.javac().withOptions("-Xlint:all", "-Werror").compile(sources());

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void dependsOnlyOnTheSpecs() throws IOException {
        List<SpecFile> shuffled = new ArrayList<>(specs());
        Collections.shuffle(shuffled, new Random(7));
        Locale before = Locale.getDefault();
        List<SourceFile> elsewhere;
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            elsewhere = emit(shuffled);
        } finally {
            Locale.setDefault(before);
        }

        assertThat(texts(elsewhere)).isEqualTo(texts(emit(specs())));
        assertThat(elsewhere).allSatisfy(file -> assertThat(file.content())
                .doesNotContain("\r")
                .doesNotContain(GOLDEN.toAbsolutePath().toString()));
    }

    static List<JavaFileObject> sources() throws IOException {
        return emit(specs()).stream()
                .filter(file -> file.kind() == SourceFile.Kind.JAVA)
                .map(file -> JavaFileObjects.forSourceString(
                        file.path().replace(".java", "").replace('/', '.'), file.content()))
                .toList();
    }

    private static List<SpecFile> specs() throws IOException {
        return SpecFiles.ofDirectory(GOLDEN.resolve("specs"));
    }

    private static List<SourceFile> emit(List<SpecFile> specs) {
        assertThat(SpecText.errors(specs.toArray(new SpecFile[0]))).isEqualTo("0 errors\n");
        return GeneratedClient.emit(SpecReader.read(specs).specs().orElseThrow());
    }

    private static List<String> texts(List<SourceFile> files) {
        return files.stream().map(file -> file.path() + "\n" + file.content()).toList();
    }

    private static Map<String, String> recorded() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(EXPECTED)) {
            for (Path path : paths.filter(Files::isRegularFile).collect(Collectors.toList())) {
                recorded.put(EXPECTED.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return recorded;
    }

    private static void record(Map<String, String> emitted) throws IOException {
        Files.createDirectories(EXPECTED);
        for (String orphan : recorded().keySet()) {
            Files.delete(EXPECTED.resolve(orphan));
        }
        for (Map.Entry<String, String> file : emitted.entrySet()) {
            Path path = EXPECTED.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}

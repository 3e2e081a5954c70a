package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with the record of an earlier one leaves what a run without it would leave. */
class IncrementalTest {
    private static final Path SPECS = Path.of("src/test/resources/golden/specs");

    @TempDir
    private Path directory;

    private List<SpecFile> files;

    @BeforeEach
    void generateFirst() throws IOException {
        files = SpecFiles.ofDirectory(SPECS);
        assertThat(generate(files, "one").written()).isNotEmpty();
    }

    private GenerationResult generate(List<SpecFile> specs, String generator) throws IOException {
        GenerationResult result = Generator.generate(
                specs,
                options("sources")
                        .recordFile(directory.resolve("record"), generator)
                        .build());
        assertThat(result.diagnostics()).isEmpty();
        return result;
    }

    private GeneratorOptions.Builder options(String sources) {
        return GeneratorOptions.builder()
                .basePackage("com.example.pay")
                .outputDirectory(directory.resolve(sources).resolve("java"))
                .resourceDirectory(directory.resolve(sources).resolve("resources"));
    }

    @Test
    void everyChangeOfAFileHasTheSameEffect() throws IOException {
        int changed = 0;
        for (SpecFile file : files) {
            String text = new String(file.content(), StandardCharsets.UTF_8);
            String other = text.replaceAll("title: \\p{IsHan}+", "title: 另外")
                    .replace("description: ", "description: Changed. ")
                    .replace("maxLength: ", "maxLength: 1");
            List<SpecFile> specs = replace(file.path(), other);
            GenerationResult whole = Generator.generate(specs, options("whole").build());
            if (!whole.succeeded()) {
                continue;
            }
            generate(specs, "one");

            assertThat(content("sources")).as(file.path()).isEqualTo(content("whole"));
            changed += other.equals(text) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(20);
    }

    @Test
    void removedFileAndItsReturnHaveTheSameEffect() throws IOException {
        Map<String, String> first = content("sources");
        List<SpecFile> fewer = files.stream()
                .filter(file -> !file.path().startsWith("notifications/v3/"))
                .toList();
        List<SpecFile> without = fewer.stream()
                .filter(file -> !new String(file.content(), StandardCharsets.UTF_8).contains("notifies:"))
                .toList();

        assertThat(generate(without, "one").deleted()).isNotEmpty();
        assertThat(content("sources")).isNotEqualTo(first);

        generate(files, "one");

        assertThat(content("sources")).isEqualTo(first);
    }

    /** No class names a line of a spec. */
    @Test
    void movedLinesEmitNothing() throws Exception {
        List<Path> marked = new ArrayList<>();
        for (Path path : sources()) {
            String text = Files.readString(path);
            // Those that list everything are emitted each time.
            if (text.contains("from the specs")) {
                continue;
            }
            FileTime time = Files.getLastModifiedTime(path);
            Files.writeString(path, text.replace("Do not edit", "Do NOT edit"));
            Files.setLastModifiedTime(path, time);
            marked.add(path);
        }
        List<SpecFile> moved = files.stream()
                .map(file -> new SpecFile(
                        file.path(),
                        ("# A comment.\n" + new String(file.content(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(generate(moved, "one").written()).isEmpty();
        assertThat(marked).hasSizeGreaterThan(50).allSatisfy(path -> assertThat(Files.readString(path))
                .contains("Do NOT edit"));
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> paths = Files.walk(directory.resolve("sources"))) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    /** The marker survives only if the file is neither emitted nor compared. */
    @Test
    void filesOfTheSamePlanAreNotLookedInto() throws IOException {
        Path file = file("WxPay.java");
        Path part = file("TransactionSuccess.java");
        FileTime time = Files.getLastModifiedTime(part);
        String before = Files.readString(part);
        String same = before.replace("Generated", "gENERATED");
        assertThat(same).isNotEqualTo(before);
        Files.writeString(part, same);
        Files.setLastModifiedTime(part, time);
        Files.writeString(file, "changed");

        GenerationResult result = generate(files, "one");

        assertThat(Files.readString(part)).isEqualTo(same);
        assertThat(result.written()).containsExactly(file);
    }

    @Test
    void fileThatSomebodyHasChangedIsEmittedAgain() throws IOException {
        Path part = file("TransactionSuccess.java");
        String before = Files.readString(part);
        Files.writeString(part, "class TransactionSuccess {}");

        assertThat(generate(files, "one").written()).containsExactly(part);
        assertThat(Files.readString(part)).isEqualTo(before);
    }

    @Test
    void deletedFileIsEmittedAgain() throws IOException {
        Path part = file("TransactionSuccess.java");
        Files.delete(part);

        assertThat(generate(files, "one").written()).containsExactly(part);
    }

    @Test
    void otherGeneratorEmitsAllFiles() throws IOException {
        Path part = file("TransactionSuccess.java");
        FileTime time = Files.getLastModifiedTime(part);
        String before = Files.readString(part);
        Files.writeString(part, before.replace("Generated", "gENERATED"));
        Files.setLastModifiedTime(part, time);

        assertThat(generate(files, "two").written()).containsExactly(part);
        assertThat(Files.readString(part)).isEqualTo(before);
    }

    @Test
    void damagedRecordIsIgnored() throws IOException {
        byte[] damaged = {'o', 'n', 'e', '\n', (byte) 0xFF, 0, ' ', '\n', 'x'};
        Files.write(directory.resolve("record"), damaged);
        Path part = file("TransactionSuccess.java");
        Files.writeString(part, "class TransactionSuccess {}");

        assertThat(generate(files, "one").written()).containsExactly(part);
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> paths = Files.walk(directory.resolve("sources"))) {
            return paths.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private List<SpecFile> replace(String path, String text) {
        List<SpecFile> changed = new ArrayList<>();
        for (SpecFile file : files) {
            changed.add(file.path().equals(path) ? new SpecFile(path, text.getBytes(StandardCharsets.UTF_8)) : file);
        }
        return changed;
    }

    private Map<String, String> content(String sources) throws IOException {
        Path root = directory.resolve(sources);
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile).forEach(path -> {
                try {
                    content.put(root.relativize(path).toString(), Files.readString(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return content;
    }
}

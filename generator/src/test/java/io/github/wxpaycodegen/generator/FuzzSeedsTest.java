package io.github.wxpaycodegen.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.wxpaycodegen.generator.write.ManifestFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The fuzz targets of specs and manifests hold for their seeds, and for each input that broke one of them once. */
class FuzzSeedsTest {
    private static final Path SEEDS = Path.of("src/test/resources/fuzz");
    /** Far more than any seed needs, and far less than one that makes a reader quadratic. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Map<String, ThrowingConsumer<byte[]>> TARGETS =
            Map.of("specs", SpecsFuzz::fuzzerTestOneInput, "manifest", ManifestFuzz::fuzzerTestOneInput);

    @TestFactory
    Stream<DynamicTest> holdsForEverySeed() {
        return TARGETS.entrySet().stream().flatMap(target -> seeds(target.getKey()).stream()
                .map(seed -> DynamicTest.dynamicTest(
                        target.getKey() + "/" + seed.getFileName(),
                        () -> assertTimeoutPreemptively(
                                LONGEST, () -> target.getValue().accept(Files.readAllBytes(seed))))));
    }

    @Test
    void targetsAndSeedsMatch() throws IOException {
        try (Stream<Path> folders = Files.list(SEEDS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        }
        TARGETS.keySet().forEach(target -> assertThat(seeds(target)).hasSizeGreaterThanOrEqualTo(3));
    }

    private static List<Path> seeds(String target) {
        try (Stream<Path> seeds = Files.list(SEEDS.resolve(target))) {
            return seeds.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One fingerprint means one input. */
class FingerprintTest {
    @Test
    void equalInputHasEqualFingerprint() {
        assertThat(options(o -> o.include("a"))).isEqualTo(options(o -> o.include("a")));
        assertThat(specs(spec("a", "b"))).isEqualTo(specs(spec("a", "b"))).hasSize(64);
    }

    @Test
    void dependsOnEachOption() {
        assertThat(Set.of(
                        options(o -> o),
                        options(o -> o.basePackage("com.example.other")),
                        options(o -> o.include("a")),
                        options(o -> o.exclude("a")),
                        options(o -> o.include("a").include("b")),
                        options(o -> o.include("b").include("a")),
                        options(o -> o.include("a").exclude("b")),
                        options(o -> o.include("ab")),
                        options(o -> o.outputDirectory(Path.of("other"))),
                        options(o -> o.resourceDirectory(Path.of("other")))))
                .hasSize(10);
    }

    @Test
    void dependsOnEachSpecSeparately() {
        assertThat(Set.of(
                        specs(),
                        specs(spec("a", "bc")),
                        specs(spec("ab", "c")),
                        specs(spec("a", "bd")),
                        specs(spec("a", "b"), spec("c", "")),
                        specs(spec("a", ""), spec("b", "c")),
                        specs(spec("", "a"), spec("b", "c"))))
                .hasSize(7);
        assertThat(new Fingerprint().text("a").text("bc").hex())
                .isNotEqualTo(new Fingerprint().text("ab").text("c").hex());
    }

    private static String options(UnaryOperator<GeneratorOptions.Builder> change) {
        GeneratorOptions.Builder options = GeneratorOptions.builder()
                .basePackage("com.example.pay")
                .outputDirectory(Path.of("java"))
                .resourceDirectory(Path.of("resources"));
        return new Fingerprint().options(change.apply(options).build()).hex();
    }

    private static String specs(SpecFile... files) {
        return new Fingerprint().specs(List.of(files)).hex();
    }

    private static SpecFile spec(String path, String text) {
        return new SpecFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}

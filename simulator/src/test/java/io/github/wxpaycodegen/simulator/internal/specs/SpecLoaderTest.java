package io.github.wxpaycodegen.simulator.internal.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecLoaderTest {
    /** Parsing them takes eight times as long as everything else that a simulator does when it starts. */
    @Test
    void bundledSpecsAreCompiled() throws IOException {
        List<SpecFile> files = BundledSpecs.read(SpecLoader.class.getClassLoader());

        assertThat(files).hasSizeGreaterThan(1500).allMatch(SpecFile::isCompiled);
        assertThat(SpecReader.read(yaml(files)).specs()).hasValue(SpecLoader.bundled());
    }

    private static List<SpecFile> yaml(List<SpecFile> files) {
        return files.stream()
                .map(file -> new SpecFile(file.path(), file.content()))
                .toList();
    }
}

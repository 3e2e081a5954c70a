package io.github.wxpaycodegen.generator.diff;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.wxpaycodegen.generator.emit.Emitter;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.runtime.ApiContext;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiSemanticVersionLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each change of the corpus, both clients are compiled: japicmp must come to the same verdicts. */
class JapicmpAgreementTest {
    @TempDir
    private static Path root;

    private static Path before;

    @BeforeAll
    static void compileUnchangedSpecs() throws IOException {
        before = jar(DiffCorpus.specs(), root.resolve("before.jar"));
    }

    static List<DiffCorpus.Edit> edits() {
        return DiffCorpus.edits();
    }

    @Test
    void corpusIsLarge() {
        assertThat(edits()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void verdictsAgree(DiffCorpus.Edit edit, @TempDir Path folder) throws Exception {
        List<JApiClass> classes = compare(before, jar(edit.after(), folder.resolve("after.jar")));
        Set<Impact> impacts = SpecDiff.between(edit.before(), edit.after()).impacts();

        assertThat(classes.stream().allMatch(JApiClass::isSourceCompatible))
                .as("source compatibility of " + impacts)
                .isNotEqualTo(impacts.contains(Impact.SOURCE));
        assertThat(classes.stream().allMatch(JApiClass::isBinaryCompatible))
                .as("binary compatibility of " + impacts)
                .isNotEqualTo(impacts.contains(Impact.BINARY));
    }

    private static List<JApiClass> compare(Path before, Path after) throws URISyntaxException {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getClassPathEntries()
                .add(Path.of(ApiContext.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        // An interface that gains a supertype implements its methods by default methods of its own. japicmp does not
        // take
        // that into account: whoever implements the interface still compiles.
        options.addOverrideCompatibilityChange(new JarArchiveComparatorOptions.OverrideCompatibilityChange(
                JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE,
                true,
                true,
                JApiSemanticVersionLevel.MINOR));
        return new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before.toFile(), "1"), new JApiCmpArchive(after.toFile(), "2"));
    }

    private static Path jar(List<SpecFile> files, Path jar) throws IOException {
        Specs specs = SpecReader.read(files).specs().orElseThrow();
        Compilation compilation = Compiler.javac()
                .withOptions("-proc:none", "-nowarn")
                .compile(Emitter.emit(ClientPlanner.plan(specs, specs, "client")).stream()
                        .filter(file -> file.kind() == SourceFile.Kind.JAVA)
                        .map(file -> JavaFileObjects.forSourceString(
                                file.path().replace(".java", "").replace('/', '.'), file.content()))
                        .toList());
        assertThat(compilation).succeeded();
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    entries.putNextEntry(new JarEntry(file.getName().replaceFirst("^/CLASS_OUTPUT/", "")));
                    try (InputStream in = file.openInputStream()) {
                        in.transferTo(entries);
                    }
                    entries.closeEntry();
                }
            }
        }
        return jar;
    }
}

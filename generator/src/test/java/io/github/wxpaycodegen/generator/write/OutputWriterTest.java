package io.github.wxpaycodegen.generator.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.emit.SourceFile.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Only what the manifest owns is ever deleted. */
class OutputWriterTest {
    private static final SourceFile A = new SourceFile(Kind.JAVA, "com/a/A.java", () -> "class A {}\n");
    private static final SourceFile B = new SourceFile(Kind.JAVA, "com/b/c/B.java", () -> "class B {}\n");
    private static final SourceFile INDEX = new SourceFile(Kind.RESOURCE, "META-INF/index", () -> "a\n");

    @TempDir
    private Path root;

    private Path java;
    private Path resources;
    private Path manifest;

    @BeforeEach
    void directories() {
        java = root.resolve("java");
        resources = root.resolve("resources");
        manifest = java.resolve(".wxpay-manifest");
    }

    @Test
    void listsWrittenFilesInTheManifest() throws IOException {
        OutputWriter writer = write(A, B, INDEX);

        assertThat(java.resolve("com/a/A.java")).hasContent("class A {}");
        assertThat(resources.resolve("META-INF/index")).hasContent("a");
        assertThat(writer.written()).hasSize(3);
        assertThat(Files.readAllLines(manifest))
                .containsExactly("java/com/a/A.java", "java/com/b/c/B.java", "resource/META-INF/index");
    }

    @Test
    void deletesObsoleteFilesAndEmptyDirectories() throws IOException {
        write(A, B, INDEX);

        OutputWriter writer = write(A);

        assertThat(writer.deleted())
                .containsExactly(java.resolve("com/b/c/B.java"), resources.resolve("META-INF/index"));
        assertThat(java.resolve("com/b")).doesNotExist();
        assertThat(resources).isEmptyDirectory();
        assertThat(java.resolve("com/a/A.java")).exists();
        assertThat(Files.readAllLines(manifest)).containsExactly("java/com/a/A.java");
    }

    @Test
    void neverTouchesAForeignFile() throws IOException {
        write(A, B);
        Path foreign = Files.writeString(java.resolve("com/b/Mine.java"), "mine");

        write(A);

        assertThat(foreign).hasContent("mine");
        assertThat(java.resolve("com/b/c")).doesNotExist();
    }

    @Test
    void rejectsForeignFileWithTheNameOfOneOfOurs() throws IOException {
        Path foreign = java.resolve("com/a/A.java");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "mine");

        assertThatThrownBy(() -> write(A, B))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(foreign + ": it would be overwritten, but " + manifest
                        + " does not name it: delete it, or choose another directory");

        assertThat(foreign).hasContent("mine");
        assertThat(manifest).doesNotExist();
        assertThat(java.resolve("com/b")).doesNotExist();
    }

    /** A file system that ignores case has one file under both names, as a link does here. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void writesOwnFileUnderAnotherSpelling() throws IOException {
        write(A);
        Path renamed = java.resolve("com/a/a.java");
        Files.createLink(renamed, java.resolve("com/a/A.java"));

        write(new SourceFile(Kind.JAVA, "com/a/a.java", () -> "class a {}\n"));

        assertThat(renamed).hasContent("class a {}");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void rejectsForeignFileThatDiffersInCaseFromOneOfOurs() throws IOException {
        write(A);
        Path foreign = Files.writeString(java.resolve("com/a/a.java"), "mine");

        assertThatThrownBy(() -> write(new SourceFile(Kind.JAVA, "com/a/a.java", () -> "class a {}\n")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(foreign).hasContent("mine");
    }

    /** A cache may restore files without the manifest, whose name begins with a dot. */
    @Test
    void takesOverFileWithTheSameContent() throws IOException {
        write(A);
        Files.delete(manifest);

        assertThat(write(A).unchanged()).hasSize(1);
        assertThat(manifest).exists();
    }

    @Test
    void keepsTimeOfUnchangedFile() throws IOException {
        write(A, B);
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        for (String path : List.of("com/a/A.java", "com/b/c/B.java", ".wxpay-manifest")) {
            Files.setLastModifiedTime(java.resolve(path), longAgo);
        }

        OutputWriter writer = write(A, new SourceFile(Kind.JAVA, B.path(), () -> "class B { }\n"));

        assertThat(writer.unchanged()).containsExactly(java.resolve("com/a/A.java"));
        assertThat(writer.written()).containsExactly(java.resolve("com/b/c/B.java"));
        assertThat(Files.getLastModifiedTime(java.resolve("com/a/A.java"))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(java.resolve("com/b/c/B.java"))).isNotEqualTo(longAgo);
    }

    @Test
    void ignoresManifestEntriesOutside() throws IOException {
        write(A);
        Path outside = Files.writeString(root.resolve("outside"), "mine");
        Path folder = Files.createDirectory(java.resolve("folder"));
        Files.writeString(
                manifest,
                String.join(
                        "\n",
                        "java/../outside",
                        "resource/../outside",
                        "../outside",
                        "outside",
                        outside.toString(),
                        "java/" + outside,
                        "resource/" + outside,
                        "java/",
                        "java/.",
                        "java/folder/.",
                        ""));

        OutputWriter writer = write(A);

        assertThat(outside).hasContent("mine");
        assertThat(folder).isDirectory();
        assertThat(writer.deleted()).isEmpty();
        assertThat(java.resolve("com/a/A.java")).exists();
    }

    @Test
    void keepsDirectoryNamedInManifest() throws IOException {
        write(A);
        Path folder = Files.createDirectory(java.resolve("folder"));
        Path kept = Files.writeString(folder.resolve("Mine.java"), "mine");
        Files.writeString(manifest, "java/folder\n");

        write(A);

        assertThat(kept).hasContent("mine");
    }

    @Test
    void deletesFilesOfInterruptedRun() throws IOException {
        SourceFile blocked = new SourceFile(Kind.JAVA, "com/x/X.java", () -> "class X {}\n");
        write(A, B, blocked);
        // A directory in the place of one of our files breaks the run, after the first file.
        Files.delete(java.resolve("com/x/X.java"));
        Path obstacle = Files.createDirectories(java.resolve("com/x/X.java/in"));
        SourceFile first = new SourceFile(Kind.JAVA, "com/a/C.java", () -> "class C {}\n");

        assertThatThrownBy(() -> write(A, first, blocked)).isInstanceOf(IOException.class);
        assertThat(java.resolve("com/a/C.java")).exists();
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        write(A);

        assertThat(java.resolve("com/a/C.java")).doesNotExist();
        assertThat(java.resolve("com/a/A.java")).exists();
    }

    @Test
    void rejectsTwoFilesWithSamePath() {
        SourceFile other = new SourceFile(Kind.JAVA, "com/a/a.java", () -> "class a {}\n");

        assertThatThrownBy(() -> write(A, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two files would have the same path: java/com/a/A.java and java/com/a/a.java");
        assertThat(java).doesNotExist();
    }

    @Test
    void ignoresAManifestThatIsNotUtf8AndSaysSo() throws IOException {
        write(A, B);
        Files.write(manifest, new byte[] {'j', 'a', 'v', 'a', '/', (byte) 0xC4, (byte) 0xE3, '\n'});

        OutputWriter writer = write(A);

        assertThat(writer.warnings())
                .singleElement()
                .asString()
                .startsWith(manifest + " is not UTF-8, so it is ignored");
        assertThat(java.resolve("com/b/c/B.java")).exists();
        assertThat(Files.readAllLines(manifest)).containsExactly("java/com/a/A.java");
        assertThat(write(A).warnings()).isEmpty();
    }

    @Test
    void ignoresEntriesBelowAFileAndSaysSo() throws IOException {
        write(A);
        Files.writeString(manifest, "java/com/a/A.java/y\njava/com/a/A.java\n");

        OutputWriter writer = write(A);

        assertThat(writer.warnings())
                .containsExactly(
                        ".wxpay-manifest names java/com/a/A.java/y, which is not below directories: it is ignored");
        assertThat(java.resolve("com/a/A.java")).hasContent("class A {}");
    }

    @Test
    void deletesNothingBehindLink(@TempDir Path elsewhere) throws IOException {
        write(A);
        Files.writeString(elsewhere.resolve("Mine.java"), "class Mine {}");
        Files.createSymbolicLink(java.resolve("link"), elsewhere);
        Files.writeString(manifest, "java/com/a/A.java\njava/link/Mine.java\n");

        OutputWriter writer = write(A);

        assertThat(elsewhere.resolve("Mine.java")).exists();
        assertThat(writer.deleted()).isEmpty();
        assertThat(writer.warnings()).singleElement().asString().contains("java/link/Mine.java");
    }

    private OutputWriter write(SourceFile... files) throws IOException {
        OutputWriter writer = new OutputWriter(java, resources);
        writer.write(List.of(files));
        return writer;
    }
}

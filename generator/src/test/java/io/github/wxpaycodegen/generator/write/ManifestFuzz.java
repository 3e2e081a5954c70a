package io.github.wxpaycodegen.generator.write;

import io.github.wxpaycodegen.generator.emit.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whatever a manifest says, a run succeeds and touches nothing outside of its directories. */
public final class ManifestFuzz {
    private static final SourceFile A = new SourceFile(SourceFile.Kind.JAVA, "com/a/A.java", () -> "class A {}\n");

    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Path root = Files.createTempDirectory("manifest");
        try {
            Path java = Files.createDirectories(root.resolve("target/java"));
            Path outside = Files.createDirectories(root.resolve("outside"));
            Path mine = Files.writeString(outside.resolve("Mine.java"), "class Mine {}");
            Files.createDirectories(java.resolve("com/b"));
            Files.writeString(java.resolve("com/b/B.java"), "class B {}");
            Files.createSymbolicLink(java.resolve("link"), outside);
            Files.write(java.resolve(".wxpay-manifest"), input);

            new OutputWriter(java, root.resolve("target/resources")).write(List.of(A));

            if (!Files.exists(mine)
                    || !Files.readString(java.resolve("com/a/A.java")).equals(A.content())) {
                throw new AssertionError("a file of others is gone, or one of ours is missing");
            }
        } finally {
            delete(root);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

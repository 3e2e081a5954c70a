package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.hash.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Identifies the generator by its classes, because the version of a snapshot does not identify its content. */
public final class GeneratorClasses {
    private GeneratorClasses() {}

    /**
     * Returns a digest of all classes of the generator, in hex.
     *
     * @throws IOException if they cannot be read
     */
    public static String digest() throws IOException {
        return digest(List.of(""));
    }

    /**
     * Returns a digest of the classes of some packages.
     *
     * @param packages their names below that of the generator
     */
    static String digest(List<String> packages) throws IOException {
        try (ResourceTree own = ResourceTree.packageOf(GeneratorClasses.class)) {
            return digest(Objects.requireNonNull(own.root().getParent()), packages);
        }
    }

    static String digest(Path root, List<String> packages) throws IOException {
        MessageDigest digest = Sha256.create();
        for (String each : packages) {
            try (Stream<Path> paths = Files.walk(root.resolve(each))) {
                for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                    add(root.relativize(path).toString().getBytes(StandardCharsets.UTF_8), digest);
                    add(Files.readAllBytes(path), digest);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds the length first, so that no part can look like the end of another. */
    private static void add(byte[] part, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}

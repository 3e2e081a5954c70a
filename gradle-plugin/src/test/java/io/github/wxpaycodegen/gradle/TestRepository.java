package io.github.wxpaycodegen.gradle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository with this project's artifacts that the build of the tests needs, as they will be published. */
final class TestRepository {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Path root;
    private final String version;

    private TestRepository(Path root, String version) {
        this.root = root;
        this.version = version;
    }

    static TestRepository create(Path root, String version) throws IOException {
        TestRepository repository = new TestRepository(root, version);
        repository.pom("io.github.wxpaycodegen", "wxpay-parent", PROJECT);
        repository.pom(
                "io.github.wxpaycodegen.wxpay",
                "io.github.wxpaycodegen.wxpay.gradle.plugin",
                PROJECT.resolve("gradle-plugin-marker"));
        for (String module : List.of("gradle-plugin", "generator", "api-specs", "runtime", "runtime-xml")) {
            Path jar = repository.pom("io.github.wxpaycodegen", "wxpay-" + module, PROJECT.resolve(module));
            repository.jar(built(module, version), jar);
        }
        return repository;
    }

    String uri() {
        return root.toUri().toString();
    }

    /** Copies a POM and returns the place of its jar. */
    private Path pom(String group, String artifact, Path module) throws IOException {
        Path folder = root.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
        Files.createDirectories(folder);
        Path pom = folder.resolve(artifact + "-" + version + ".pom");
        Files.copy(module.resolve("pom.xml"), pom, StandardCopyOption.REPLACE_EXISTING);
        return folder.resolve(artifact + "-" + version + ".jar");
    }

    /** Returns a module's jar or its directory of classes, whichever is on the class path. */
    private static Path built(String module, String version) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.endsWith("wxpay-" + module + "-" + version + ".jar")
                        || path.endsWith(Path.of(module, "target", "classes")))
                .findFirst()
                .orElseThrow();
    }

    private void jar(Path built, Path jar) throws IOException {
        if (!Files.isDirectory(built)) {
            Files.copy(built, jar, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> paths = Files.walk(built)) {
            for (Path path : paths.sorted().toList()) {
                String name = built.relativize(path).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(path)) {
                    if (!name.isEmpty()) {
                        zip.putNextEntry(new ZipEntry(name + "/"));
                    }
                } else {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(path, zip);
                }
            }
        }
    }
}

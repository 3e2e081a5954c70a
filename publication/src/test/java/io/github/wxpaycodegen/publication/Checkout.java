package io.github.wxpaycodegen.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of this project's sources with the version of a release, in which Maven can run. */
final class Checkout {
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".idea", "node_modules");

    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    /** Copies the sources to {@code target} and replaces the version of the build by {@code version}. */
    static Checkout create(Path target, String version) throws IOException {
        Path source = Path.of(System.getProperty("test.root")).toRealPath();
        delete(target);
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCES.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(source.relativize(file));
                if (file.getFileName().toString().equals("pom.xml")) {
                    String pom = Files.readString(file);
                    Files.writeString(copy, pom.replace(System.getProperty("test.version"), version));
                } else {
                    Files.copy(file, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Checkout(target);
    }

    Path root() {
        return root;
    }

    /** Runs Maven and waits for its success. */
    void maven(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        command.add(Path.of(System.getProperty("test.maven"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + System.getProperty("test.localRepository")));
        if (System.getProperty("test.offline").endsWith("true")) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        Path log = root.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor())
                    .as(() -> "%s%n%s".formatted(command, tail(log)))
                    .isZero();
        } finally {
            process.destroy();
        }
    }

    /** Returns the files below the {@code target} folders of the modules that match a glob, by their paths. */
    List<Path> built(String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root).filter(Files::isDirectory).sorted()) {
            for (Path module : modules.toList()) {
                Path output = module.resolve("target");
                if (Files.isDirectory(output)) {
                    try (var matches = Files.newDirectoryStream(output, glob)) {
                        matches.forEach(files::add);
                    }
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}

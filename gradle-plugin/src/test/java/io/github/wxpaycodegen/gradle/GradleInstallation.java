package io.github.wxpaycodegen.gradle;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gradle.internal.compiler.java.IncrementalCompileTask;

/**
 * A Gradle that runs builds, made from the jar against which plugins are compiled. That jar has all classes of Gradle, but
 * Gradle looks for its modules and their libraries by the names of their jars. These are written here, empty except for the
 * lists of what each module needs.
 */
final class GradleInstallation {
    private static final Pattern MODULE = Pattern.compile("(gradle-[a-z0-9-]+)-classpath\\.properties");

    private final List<Path> classPath;

    private GradleInstallation(List<Path> classPath) {
        this.classPath = classPath;
    }

    /** Creates an installation from the class path of this JVM. */
    static GradleInstallation create(Path folder, String version) throws IOException {
        List<Path> real = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("(gradle-api|groovy|kotlin-stdlib).*\\.jar"))
                .toList();
        Path api = real.stream()
                .filter(path -> path.endsWith("gradle-api-" + version + ".jar"))
                .findFirst()
                .orElseThrow();
        Set<String> present = new TreeSet<>();
        real.forEach(path -> present.add(path.getFileName().toString()));
        List<Path> classPath = new ArrayList<>(real);
        Files.createDirectories(folder);
        Set<String> libraries = new TreeSet<>();
        try (JarFile jar = new JarFile(api.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                Matcher module = MODULE.matcher(entry.getName());
                if (module.matches()) {
                    byte[] content;
                    try (InputStream in = jar.getInputStream(entry)) {
                        content = in.readAllBytes();
                    }
                    classPath.add(
                            jar(folder.resolve(module.group(1) + "-" + version + ".jar"), entry.getName(), content));
                    Properties needs = new Properties();
                    needs.load(new ByteArrayInputStream(content));
                    libraries.addAll(List.of(needs.getProperty("runtime", "").split(",")));
                }
            }
        }
        classPath.add(compilerPlugin(folder.resolve("gradle-java-compiler-plugin-" + version + ".jar")));
        for (String library : libraries) {
            if (library.endsWith(".jar") && present.add(library)) {
                classPath.add(jar(folder.resolve(library), "META-INF/none", new byte[0]));
            }
        }
        return new GradleInstallation(classPath);
    }

    /**
     * Starts the program {@link GradleBuilds}. The options of the JVM are those that Gradle asks for by default; with others
     * it would start another process.
     */
    Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-Xms256m", "-XX:MaxMetaspaceSize=384m", "-XX:+HeapDumpOnOutOfMemoryError"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dorg.gradle.internal.instrumentation.agent=false");
        for (String opened : List.of(
                "java.base/java.util",
                "java.base/java.lang",
                "java.base/java.lang.invoke",
                "java.prefs/java.util.prefs",
                "java.base/java.nio.charset",
                "java.base/java.net",
                "java.base/java.util.concurrent.atomic")) {
            command.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        List<String> entries = new ArrayList<>();
        entries.add(Path.of("target/test-classes").toAbsolutePath().toString());
        classPath.forEach(path -> entries.add(path.toString()));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, entries), GradleBuilds.class.getName()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Writes the module of the incremental compiler, which the jar lacks too. Builds must switch that compiler off. */
    private static Path compilerPlugin(Path file) throws IOException {
        String name = IncrementalCompileTask.class.getName().replace('.', '/') + ".class";
        try (InputStream in = IncrementalCompileTask.class.getResourceAsStream("/" + name);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("gradle-java-compiler-plugin-classpath.properties"));
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
        }
        return file;
    }

    private static Path jar(Path file, String entry, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return file;
    }
}

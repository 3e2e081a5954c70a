package io.github.wxpaycodegen.testsupport;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The public API of a module as text, which is compared with a file in the test resources. A change of the API changes
 * that file, so a reviewer sees it. Run the tests with {@code -Dapi.record=true} to write the file.
 */
public final class PublicApi {
    private final List<String> lines;

    private PublicApi(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Returns the API of the classes that were compiled together with the given one. Packages with a segment {@code
     * internal} do not belong to the API.
     *
     * @param member any class of the module
     * @param included returns true if a top-level class belongs to the API; it gets the full name
     */
    public static PublicApi of(Class<?> member, Predicate<String> included) {
        List<String> lines = new ArrayList<>();
        for (String name : topLevelClasses(root(member))) {
            if (!isInternal(name) && included.test(name)) {
                lines.addAll(ApiLines.of(load(name, member.getClassLoader())));
            }
        }
        return new PublicApi(lines);
    }

    /** Returns one line for each public or protected class and member, sorted. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Compares the API with a file, or writes that file if the system property {@code api.record} is {@code true}.
     *
     * @throws AssertionError if they differ; the message lists the differences
     */
    public void assertRecordedIn(Path file) throws IOException {
        if (Boolean.getBoolean("api.record")) {
            writeTo(file);
        }
        compareWith(file);
    }

    void writeTo(Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    void compareWith(Path file) throws IOException {
        List<String> recorded = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (!recorded.equals(lines)) {
            throw new AssertionError("The public API differs from " + file + ". If that is intended, run the tests with"
                    + " -Dapi.record=true and commit the file.\n" + differences(recorded));
        }
    }

    /**
     * Checks that callers can use the API without a type of an {@code internal} package.
     *
     * @throws AssertionError if a signature names one
     */
    public void assertNamesNothingInternal() {
        List<String> found = lines.stream()
                .filter(line -> line.contains(".internal."))
                .map(String::strip)
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError("The public API names internal types:\n" + String.join("\n", found));
        }
    }

    private String differences(List<String> recorded) {
        List<String> removed = new ArrayList<>(recorded);
        removed.removeAll(lines);
        List<String> added = new ArrayList<>(lines);
        added.removeAll(recorded);
        return Stream.concat(
                        removed.stream().map(line -> "- " + line.strip()),
                        added.stream().map(line -> "+ " + line.strip()))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static boolean isInternal(String name) {
        return name.contains(".internal.");
    }

    private static Path root(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> topLevelClasses(Path root) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .forEach(file -> names.add(
                            file.substring(0, file.length() - ".class".length()).replace('/', '.')));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

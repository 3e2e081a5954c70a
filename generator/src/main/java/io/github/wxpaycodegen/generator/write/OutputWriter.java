package io.github.wxpaycodegen.generator.write;

import io.github.wxpaycodegen.generator.emit.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes files to the two output directories. A manifest names the files that this generator has written. Those that
 * are no longer generated are deleted, other files are never touched, and an unchanged file keeps its time.
 */
public final class OutputWriter {
    private static final String MANIFEST = ".wxpay-manifest";
    /** A path that stays below its directory: no segment is empty or begins with a dot. */
    private static final Pattern OURS = Pattern.compile("(java|resource)(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");

    private final Path javaDirectory;
    private final Path resourceDirectory;
    private final List<Path> written = new ArrayList<>();
    private final List<Path> unchanged = new ArrayList<>();
    private final List<Path> deleted = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Creates a writer of Java files and the manifest to one directory, and of resources to another. */
    public OutputWriter(Path javaDirectory, Path resourceDirectory) {
        this.javaDirectory = javaDirectory;
        this.resourceDirectory = resourceDirectory;
    }

    /**
     * Writes the files and deletes obsolete ones, but does not emit what an earlier run with the same record has emitted
     * from the same plans.
     *
     * @param recordFile the file of the record, outside of the directories
     * @param generator identifies the generator: the files of another one are emitted again
     * @throws IOException as {@link #write(List)}, or if the record cannot be read or written
     */
    public void write(List<SourceFile> files, Path recordFile, String generator) throws IOException {
        Map<String, SourceFile> claimed = claim(files);
        EmissionRecord before = EmissionRecord.read(recordFile, generator);
        EmissionRecord now = EmissionRecord.empty();
        Map<String, String> plans = new HashMap<>();
        claimed.forEach((key, file) -> file.plan().ifPresent(plan -> plans.put(key, plan.get())));
        // An interrupted run leaves files in a state that no record describes.
        Files.deleteIfExists(recordFile);
        write(claimed, (key, file) -> {
            Path path = resolve(key);
            String plan = plans.get(key);
            if (plan == null) {
                return writeIfChanged(path, file);
            }
            Outcome outcome = before.isCurrent(key, plan, path) ? new Outcome(path, false) : writeIfChanged(path, file);
            now.add(key, plan, path);
            return outcome;
        });
        now.write(recordFile, generator);
    }

    /**
     * Writes the files and deletes obsolete ones.
     *
     * @throws IOException if a file cannot be written or deleted, or another program's file is at the path of one. Then
     *     nothing was changed
     * @throws IllegalStateException if two files have the same path, ignoring case
     */
    public void write(List<SourceFile> files) throws IOException {
        write(claim(files), (key, file) -> writeIfChanged(resolve(key), file));
    }

    /** Writes one file, if it has to be. */
    private interface FileWriter {
        Outcome write(String key, SourceFile file) throws IOException;
    }

    private void write(Map<String, SourceFile> claimed, FileWriter writer) throws IOException {
        Set<String> orphans = owned();
        rejectForeign(claimed, orphans);
        orphans.removeAll(claimed.keySet());
        for (String orphan : orphans) {
            Path path = resolve(orphan);
            if (!isBelowDirectories(path)) {
                warnings.add(MANIFEST + " names " + orphan + ", which is not below directories: it is ignored");
            } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(path)) {
                deleted.add(path);
                deleteEmptyParents(path.getParent());
            }
        }
        // Written before the files, so that the files of an interrupted run are known later.
        Set<String> all = new TreeSet<>(orphans);
        all.addAll(claimed.keySet());
        writeManifest(all);
        createDirectories(claimed.keySet());
        writeAll(claimed, writer);
        writeManifest(claimed.keySet());
    }

    /** Returns the files that were new or different. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** Returns the files that were already up to date. */
    public List<Path> unchanged() {
        return List.copyOf(unchanged);
    }

    /** Returns the deleted files, which are no longer generated. */
    public List<Path> deleted() {
        return List.copyOf(deleted);
    }

    /** Returns a warning for each entry of the manifest that was ignored. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private static Map<String, SourceFile> claim(List<SourceFile> files) {
        Map<String, SourceFile> claimed = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        for (SourceFile file : files) {
            String key = file.kind().name().toLowerCase(Locale.ROOT) + "/" + file.path();
            String other = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (other != null) {
                throw new IllegalStateException("two files would have the same path: " + other + " and " + key);
            }
            claimed.put(key, file);
        }
        return claimed;
    }

    /** A directory that is used for something else may have a file that has the name of one of ours. */
    private void rejectForeign(Map<String, SourceFile> claimed, Set<String> owned) throws IOException {
        Map<String, Path> ours = new HashMap<>();
        owned.forEach(key -> ours.put(key.toLowerCase(Locale.ROOT), resolve(key)));
        for (Map.Entry<String, SourceFile> entry : claimed.entrySet()) {
            Path path = resolve(entry.getKey());
            Path known = ours.get(entry.getKey().toLowerCase(Locale.ROOT));
            if (Files.exists(path) && !isSame(path, known) && !hasContent(path, content(entry.getValue()))) {
                throw new FileAlreadyExistsException(
                        path.toString(),
                        null,
                        "it would be overwritten, but " + javaDirectory.resolve(MANIFEST)
                                + " does not name it: delete it, or choose another directory");
            }
        }
    }

    /** Returns true if a path is that of a known file, in a file system that ignores case perhaps by another spelling. */
    private static boolean isSame(Path path, @Nullable Path known) throws IOException {
        return known != null && (path.equals(known) || (Files.exists(known) && Files.isSameFile(path, known)));
    }

    private static byte[] content(SourceFile file) {
        return file.content().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasContent(Path path, byte[] content) throws IOException {
        return Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), content);
    }

    private Path resolve(String key) {
        boolean java = key.startsWith("java/");
        return (java ? javaDirectory : resourceDirectory).resolve(key.substring(key.indexOf('/') + 1));
    }

    private Set<String> owned() throws IOException {
        Path manifest = javaDirectory.resolve(MANIFEST);
        Set<String> owned = new TreeSet<>();
        if (Files.exists(manifest)) {
            for (String line : lines(manifest)) {
                if (OURS.matcher(line).matches()) {
                    owned.add(line);
                }
            }
        }
        return owned;
    }

    private List<String> lines(Path manifest) throws IOException {
        try {
            return Files.readAllLines(manifest, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            warnings.add(manifest + " is not UTF-8, so it is ignored: files of earlier runs may remain. A clean build"
                    + " removes them");
            return List.of();
        }
    }

    /** Returns true if all directories of a path are real ones, because a link could point to other people's files. */
    private boolean isBelowDirectories(Path path) {
        for (Path at = path.getParent(); at != null && !at.equals(javaDirectory) && !at.equals(resourceDirectory); ) {
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            at = at.getParent();
        }
        return true;
    }

    private void writeManifest(Set<String> keys) throws IOException {
        byte[] content = (String.join("\n", keys) + "\n").getBytes(StandardCharsets.UTF_8);
        Path manifest = javaDirectory.resolve(MANIFEST);
        if (!hasContent(manifest, content)) {
            Files.createDirectories(javaDirectory);
            Files.write(manifest, content);
        }
    }

    private void createDirectories(Set<String> keys) throws IOException {
        Set<Path> directories = new TreeSet<>();
        keys.forEach(key -> directories.add(resolve(key).getParent()));
        for (Path directory : directories) {
            Files.createDirectories(directory);
        }
    }

    /** Emits and writes on all processors, file by file: no text is held longer than it takes to write it. */
    private void writeAll(Map<String, SourceFile> claimed, FileWriter writer) throws IOException {
        try {
            claimed.entrySet().parallelStream()
                    .map(entry -> {
                        try {
                            return writer.write(entry.getKey(), entry.getValue());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList()
                    .forEach(each -> (each.written() ? written : unchanged).add(each.path()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Outcome writeIfChanged(Path path, SourceFile file) throws IOException {
        byte[] content = content(file);
        if (hasContent(path, content)) {
            return new Outcome(path, false);
        }
        Files.write(path, content);
        return new Outcome(path, true);
    }

    private void deleteEmptyParents(@Nullable Path directory) throws IOException {
        Path at = directory;
        while (at != null && !at.equals(javaDirectory) && !at.equals(resourceDirectory) && isEmpty(at)) {
            Files.delete(at);
            at = at.getParent();
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private record Outcome(Path path, boolean written) {}
}

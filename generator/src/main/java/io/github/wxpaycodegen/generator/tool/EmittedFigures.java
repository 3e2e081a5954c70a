package io.github.wxpaycodegen.generator.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what a generator emits: the size of its code by operation and by typed field, long lines and shared names. */
public final class EmittedFigures {
    private static final String NAMES = "--shared-names";
    private static final int WIDTH = 140;
    private static final Pattern MESSAGE = Pattern.compile("\\bextends (?:Request|Sent|Received)Message\\b");
    private static final Pattern FIELD = Pattern.compile("private final (?:\\w+\\.)*@Nullable .*;");
    private static final Pattern TYPE = Pattern.compile(
            "(?:(?:public|private|static|final|abstract|sealed|non-sealed) )*(?:class|interface|enum|record) \\w+.*");
    private static final Pattern OPERATION = Pattern.compile("\\bOperation\\.<");

    private final Map<String, List<Path>> simpleNames = new TreeMap<>();
    private final Set<Path> packages = new HashSet<>();
    private int files;
    private int lines;
    private int longLines;
    private int codeLines;
    private int messageCodeLines;
    private int fields;
    private int types;
    private int operations;

    private EmittedFigures() {}

    /**
     * A simple name of several top-level types.
     *
     * @param kind the kind of the types, or the kinds if they differ: {@code message+shared type}
     * @param folders the folders of the types, within the sources
     */
    public record SharedName(String kind, String name, List<Path> folders) {}

    /**
     * Counts the Java files of a folder.
     *
     * @throws IOException if a file cannot be read
     */
    public static EmittedFigures of(Path sources) throws IOException {
        List<Path> java;
        try (Stream<Path> all = Files.walk(sources)) {
            java = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        EmittedFigures figures = new EmittedFigures();
        for (Path file : java) {
            figures.add(file);
        }
        return figures;
    }

    private void add(Path file) throws IOException {
        List<String> all = Files.readAllLines(file);
        List<String> code = code(all);
        files++;
        packages.add(file.getParent());
        simpleNames
                .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                .add(file);
        lines += all.size();
        longLines += (int) all.stream().filter(line -> line.length() > WIDTH).count();
        codeLines += code.size();
        types += count(TYPE, code);
        for (String line : code) {
            Matcher operation = OPERATION.matcher(line);
            while (operation.find()) {
                operations++;
            }
        }
        if (code.stream().anyMatch(line -> MESSAGE.matcher(line).find())) {
            messageCodeLines += code.size();
            fields += count(FIELD, code);
        }
    }

    private static int count(Pattern pattern, List<String> code) {
        return (int)
                code.stream().filter(line -> pattern.matcher(line).matches()).count();
    }

    /** Returns the lines that are neither blank nor within a comment, without their indentation. */
    private static List<String> code(List<String> lines) {
        List<String> code = new ArrayList<>();
        boolean comment = false;
        for (String line : lines) {
            String text = line.strip();
            boolean begins = !comment && text.startsWith("/*");
            if (!text.isEmpty() && !comment && !begins && !text.startsWith("//")) {
                code.add(text);
            }
            comment = (comment || begins) && !text.endsWith("*/");
        }
        return code;
    }

    /** Returns the number of files. */
    public int files() {
        return files;
    }

    /** Returns the number of lines. */
    public int lines() {
        return lines;
    }

    /** Returns the number of lines with more than 140 characters. */
    public int longLines() {
        return longLines;
    }

    /** Returns the number of lines that are neither blank nor comments. */
    public int codeLines() {
        return codeLines;
    }

    /** Returns the lines of code in the files of messages. */
    public int messageCodeLines() {
        return messageCodeLines;
    }

    /** Returns the number of fields of messages. */
    public int fields() {
        return fields;
    }

    /** Returns the number of classes, interfaces and enums, nested ones included. */
    public int types() {
        return types;
    }

    /** Returns the number of operations. */
    public int operations() {
        return operations;
    }

    /** Returns the number of packages. */
    public int packages() {
        return packages.size();
    }

    /** Returns the number of top-level types whose simple name another package has too. */
    public int sharedNames() {
        return simpleNames.values().stream()
                .mapToInt(List::size)
                .filter(count -> count > 1)
                .sum();
    }

    /**
     * Returns the simple names that several packages have, the most frequent ones of each kind first.
     *
     * @param sources the folder that was counted
     * @throws IOException if a file cannot be read
     */
    public List<SharedName> namesOfSeveral(Path sources) throws IOException {
        List<SharedName> shared = new ArrayList<>();
        for (Map.Entry<String, List<Path>> entry : simpleNames.entrySet()) {
            List<Path> files = entry.getValue();
            if (files.size() > 1) {
                SortedSet<String> kinds = new TreeSet<>();
                List<Path> folders = new ArrayList<>();
                for (Path file : files) {
                    kinds.add(kind(file));
                    folders.add(sources.relativize(file.getParent()));
                }
                String name = entry.getKey().replace(".java", "");
                shared.add(new SharedName(String.join("+", kinds), name, folders));
            }
        }
        shared.sort(Comparator.comparing(SharedName::kind)
                .thenComparing(each -> -each.folders().size()));
        return shared;
    }

    /** Returns the kind of a top-level type: the first lines name the spec from which it was generated. */
    private static String kind(Path file) throws IOException {
        if (file.getFileName().toString().endsWith("Api.java")) {
            return "place";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.takeWhile(line -> line.startsWith("//")).anyMatch(line -> line.contains("_types.yaml"))
                    ? "shared type"
                    : "message";
        }
    }

    private void print(PrintStream out) {
        row(out, "files", files);
        row(out, "packages", packages());
        row(out, "types", types);
        row(out, "operations", operations);
        row(out, "files per operation", ratio(files, operations));
        row(out, "types per operation", ratio(types, operations));
        row(out, "top-level types that share their simple name", sharedNames());
        row(out, "lines", lines);
        row(out, "lines of more than " + WIDTH + " characters", longLines);
        row(out, "lines of code", codeLines);
        row(out, "typed fields of messages", fields);
        row(out, "lines of code per field, in files of messages", ratio(messageCodeLines, fields));
    }

    private static void row(PrintStream out, String figure, Object value) {
        out.println("| " + figure + " | " + value + " |");
    }

    private static String ratio(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) part / whole);
    }

    /**
     * Prints the figures of a folder with emitted sources as the rows of a table, and of the jar of their classes if it is given.
     * With {@value #NAMES} and a folder, prints the simple names that several packages have.
     *
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args[0].equals(NAMES)) {
            Path sources = Path.of(args[1]);
            for (SharedName each : of(sources).namesOfSeveral(sources)) {
                out.println(each.kind() + "\t" + each.name() + "\t"
                        + each.folders().stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
            return;
        }
        EmittedFigures figures = of(Path.of(args[0]));
        figures.print(out);
        if (args.length > 1) {
            long bytes = Files.size(Path.of(args[1]));
            row(out, "bytes of the jar", bytes);
            row(out, "bytes of the jar per field", ratio(bytes, figures.fields));
        }
    }
}

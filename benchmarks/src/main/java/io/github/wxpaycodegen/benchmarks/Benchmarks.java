package io.github.wxpaycodegen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks: makes the bills that they read, and starts a small JVM for each. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Runs them and prints what they measure.
     *
     * @param args a directory for the bills, which are deleted at the end; how many rows these have; a regular expression
     *     for the names of the benchmarks
     */
    public static void main(String[] args) throws IOException, RunnerException {
        Path bills = Files.createTempDirectory(Path.of(args[0]), "bills");
        try {
            long rows = Long.parseLong(args[1]);
            BillFiles.write(bills, rows);
            new Runner(new OptionsBuilder()
                            .include(args[2])
                            .exclude(isLinuxOnIntel() ? "nothing" : NativeSigning.class.getSimpleName())
                            .jvmArgsAppend(
                                    "-D" + BillReading.DIRECTORY + "=" + bills, "-D" + BillReading.ROWS + "=" + rows)
                            .addProfiler(GCProfiler.class)
                            .addProfiler(PeakMemory.class)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } finally {
            delete(bills);
        }
    }

    /** The native providers on the class path have libraries for that. */
    private static boolean isLinuxOnIntel() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}

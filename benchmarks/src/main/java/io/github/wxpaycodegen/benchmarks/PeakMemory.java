package io.github.wxpaycodegen.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** The most memory that the JVM of a benchmark has had: of its heap, garbage included, and where Linux tells it as a whole. */
public final class PeakMemory implements InternalProfiler {
    private static final double KIB_IN_MIB = 1024;
    private static final Path STATUS = Path.of("/proc/self/status");

    @Override
    public String getDescription() {
        return "The peak of heap and resident memory";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long bytes =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        List<Result<?>> results = new ArrayList<>();
        results.add(peak("heap", bytes / KIB_IN_MIB / KIB_IN_MIB));
        if (Files.exists(STATUS)) {
            results.add(peak("resident", residentKib() / KIB_IN_MIB));
        }
        return results;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long residentKib() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScalarResult peak(String what, double mib) {
        return new ScalarResult("peak." + what, mib, "MiB", AggregationPolicy.MAX);
    }
}

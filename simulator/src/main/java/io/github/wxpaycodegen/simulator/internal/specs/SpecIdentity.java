package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The paths and check sums of spec files, which tell whether they are those from which a model was compiled. A jar lists
 * the check sums of its files, so that they need not be read.
 */
final class SpecIdentity {
    private static final String PREFIX = BundledSpecs.FOLDER + "/";

    private SpecIdentity() {}

    /**
     * Returns the identity of the specs on a class path and of files that come with the simulator.
     *
     * @throws IOException if the class path has no specs, or they cannot be read
     */
    static String of(ClassLoader classPath, List<SpecFile> further) throws IOException {
        SortedMap<String, Long> sums = new TreeMap<>();
        URL folder = classPath.getResource(BundledSpecs.FOLDER);
        if (folder != null && folder.openConnection() instanceof JarURLConnection jar) {
            addEntries(jar, sums);
        } else {
            BundledSpecs.read(classPath).forEach(file -> sums.put(file.path(), sum(file)));
        }
        StringBuilder identity = new StringBuilder();
        sums.forEach((path, sum) -> append(path, sum, identity));
        further.forEach(file -> append(file.path(), sum(file), identity));
        return identity.toString();
    }

    private static void addEntries(JarURLConnection connection, SortedMap<String, Long> sums) throws IOException {
        ((URLConnection) connection).setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .filter(entry -> entry.getName().startsWith(PREFIX))
                    .filter(entry -> entry.getName().endsWith(".yaml"))
                    .forEach((ZipEntry entry) -> sums.put(entry.getName().substring(PREFIX.length()), entry.getCrc()));
        }
    }

    private static long sum(SpecFile file) {
        CRC32 sum = new CRC32();
        sum.update(file.content());
        return sum.getValue();
    }

    private static void append(String path, long sum, StringBuilder identity) {
        identity.append(path).append(' ').append(sum).append('\n');
    }
}

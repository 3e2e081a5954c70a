package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The bundled specs, which all tests of a JVM parse once. */
public final class Bundled {
    private Bundled() {}

    /** Returns the files. A build leaves a copy of them below their directory, which is not among them. */
    public static List<SpecFile> files() {
        return Read.FILES;
    }

    public static SpecReading reading() {
        return Read.READING;
    }

    public static Specs specs() {
        return reading().specs().orElseThrow();
    }

    private static final class Read {
        static final List<SpecFile> FILES = read();
        static final SpecReading READING = SpecReader.read(FILES);

        private static List<SpecFile> read() {
            try {
                return SpecFiles.ofDirectory(Path.of("../api-specs")).stream()
                        .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

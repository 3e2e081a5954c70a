package io.github.wxpaycodegen.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Options of a generation: what to generate, and where. */
public final class GeneratorOptions {
    private final String basePackage;
    private final List<String> includes;
    private final List<String> excludes;
    private final Path outputDirectory;
    private final Path resourceDirectory;
    private final Optional<Path> recordFile;
    private final String generator;

    private GeneratorOptions(Builder b) {
        basePackage = Objects.requireNonNull(b.basePackage, "basePackage");
        includes = List.copyOf(b.includes);
        excludes = List.copyOf(b.excludes);
        outputDirectory = Objects.requireNonNull(b.outputDirectory, "outputDirectory");
        resourceDirectory =
                b.resourceDirectory == null ? outputDirectory.resolveSibling("resources") : b.resourceDirectory;
        recordFile = Optional.ofNullable(b.recordFile);
        generator = b.generator;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the package of {@code WxPay}; the others are below it. */
    public String basePackage() {
        return basePackage;
    }

    /** Returns the globs over URIs to include; empty for all. */
    public List<String> includes() {
        return includes;
    }

    /** Returns the globs over URIs to exclude. */
    public List<String> excludes() {
        return excludes;
    }

    /** Returns the root of the Java sources. */
    public Path outputDirectory() {
        return outputDirectory;
    }

    /** Returns the root of the resources. */
    public Path resourceDirectory() {
        return resourceDirectory;
    }

    /** Returns the file in which a run records what it emits; empty if it emits everything. */
    public Optional<Path> recordFile() {
        return recordFile;
    }

    /** Returns what identifies the generator in the record. */
    public String generator() {
        return generator;
    }

    /** Builder of generator options. */
    public static final class Builder {
        private @Nullable String basePackage;
        private final List<String> includes = new ArrayList<>();
        private final List<String> excludes = new ArrayList<>();
        private @Nullable Path outputDirectory;
        private @Nullable Path resourceDirectory;
        private @Nullable Path recordFile;
        private String generator = "";

        private Builder() {}

        /**
         * Sets the package of {@code WxPay}; required.
         *
         * @throws IllegalArgumentException if it is not a valid package name
         */
        public Builder basePackage(String value) {
            if (!SourceVersion.isName(value)) {
                throw new IllegalArgumentException("basePackage must be the name of a Java package: " + value);
            }
            basePackage = value;
            return this;
        }

        /** Adds a glob of URIs to generate, for instance {@code v2/wxv/**}. Without any, all are generated. */
        public Builder include(String glob) {
            includes.add(glob);
            return this;
        }

        /** Adds a glob of URIs to exclude. */
        public Builder exclude(String glob) {
            excludes.add(glob);
            return this;
        }

        /** Sets the root of the Java sources; required. */
        public Builder outputDirectory(Path value) {
            outputDirectory = value;
            return this;
        }

        /** Sets the root of the resources; by default a directory {@code resources} next to that of the sources. */
        public Builder resourceDirectory(Path value) {
            resourceDirectory = value;
            return this;
        }

        /**
         * Records what is emitted, so that the next run emits only the files that become different. Without it, each
         * run emits all files. Either way, a file that stays the same keeps its time.
         *
         * @param file outside of the other directories; the next run uses the same one
         * @param generatorId changes whenever the generator does, on one line: another generator emits all files
         */
        public Builder recordFile(Path file, String generatorId) {
            recordFile = file;
            generator = generatorId;
            return this;
        }

        /**
         * Builds the options.
         *
         * @throws NullPointerException if a required option is missing
         */
        public GeneratorOptions build() {
            return new GeneratorOptions(this);
        }
    }
}

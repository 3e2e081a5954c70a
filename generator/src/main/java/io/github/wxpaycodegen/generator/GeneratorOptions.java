package io.github.wxpaycodegen.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Options of a generation: what to generate, and where. */
public final class GeneratorOptions {
    private final String basePackage;
    private final List<String> includes;
    private final List<String> excludes;
    private final Path outputDirectory;
    private final Path resourceDirectory;

    private GeneratorOptions(Builder b) {
        basePackage = Objects.requireNonNull(b.basePackage, "basePackage");
        includes = List.copyOf(b.includes);
        excludes = List.copyOf(b.excludes);
        outputDirectory = Objects.requireNonNull(b.outputDirectory, "outputDirectory");
        resourceDirectory =
                b.resourceDirectory == null ? outputDirectory.resolveSibling("resources") : b.resourceDirectory;
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

    /** Builder of generator options. */
    public static final class Builder {
        private @Nullable String basePackage;
        private final List<String> includes = new ArrayList<>();
        private final List<String> excludes = new ArrayList<>();
        private @Nullable Path outputDirectory;
        private @Nullable Path resourceDirectory;

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
         * Builds the options.
         *
         * @throws NullPointerException if a required option is missing
         */
        public GeneratorOptions build() {
            return new GeneratorOptions(this);
        }
    }
}

package io.github.wxpaycodegen.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** What to generate, and where to. */
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

    /** Begins options. */
    public static Builder builder() {
        return new Builder();
    }

    /** The package of {@code WxPay}; the others are below it. */
    public String basePackage() {
        return basePackage;
    }

    /** Globs over URIs; empty for all. */
    public List<String> includes() {
        return includes;
    }

    /** Globs over URIs. */
    public List<String> excludes() {
        return excludes;
    }

    /** The root of the Java sources. */
    public Path outputDirectory() {
        return outputDirectory;
    }

    /** The root of the resources. */
    public Path resourceDirectory() {
        return resourceDirectory;
    }

    /** Sets options. */
    public static final class Builder {
        private @Nullable String basePackage;
        private final List<String> includes = new ArrayList<>();
        private final List<String> excludes = new ArrayList<>();
        private @Nullable Path outputDirectory;
        private @Nullable Path resourceDirectory;

        private Builder() {}

        /**
         * The package of {@code WxPay}; required.
         *
         * @throws IllegalArgumentException if it is no package name
         */
        public Builder basePackage(String value) {
            if (!SourceVersion.isName(value)) {
                throw new IllegalArgumentException("basePackage is no name of a Java package: " + value);
            }
            basePackage = value;
            return this;
        }

        /** Generates only what one of the globs matches, {@code v2/wxv/**} for instance. */
        public Builder include(String glob) {
            includes.add(glob);
            return this;
        }

        /** Leaves out what one of the globs matches. */
        public Builder exclude(String glob) {
            excludes.add(glob);
            return this;
        }

        /** The root of the Java sources; required. */
        public Builder outputDirectory(Path value) {
            outputDirectory = value;
            return this;
        }

        /** The root of the resources; a sibling {@code resources} of the sources by default. */
        public Builder resourceDirectory(Path value) {
            resourceDirectory = value;
            return this;
        }

        /** The options. */
        public GeneratorOptions build() {
            return new GeneratorOptions(this);
        }
    }
}

package io.github.wxpaycodegen.importer;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of an import. Immutable; create with {@link #builder()}. */
public final class ImportOptions {
    private final Path source;
    private final Path specDirectory;
    private final Path recordDirectory;
    private final List<SpecFile> bundled;
    private final List<String> includes;
    private final List<String> accepted;
    private final List<String> refused;
    private final boolean apply;

    private ImportOptions(Builder builder) {
        this.source = required(builder.source, "source");
        this.specDirectory = required(builder.specDirectory, "specDirectory");
        this.recordDirectory = required(builder.recordDirectory, "recordDirectory");
        this.bundled = List.copyOf(builder.bundled);
        this.includes = List.copyOf(builder.includes);
        this.accepted = List.copyOf(builder.accepted);
        this.refused = List.copyOf(builder.refused);
        this.apply = builder.apply;
    }

    private static Path required(Optional<Path> path, String name) {
        return path.orElseThrow(() -> new IllegalArgumentException(name + " is missing: set it in the builder"));
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the document or page to import, or the directory of pages. */
    public Path source() {
        return source;
    }

    /** Returns the directory of the specs to write. */
    public Path specDirectory() {
        return specDirectory;
    }

    /** Returns the directory of the record of this source, and of {@code rules.yaml}. */
    public Path recordDirectory() {
        return recordDirectory;
    }

    /** Returns the specs that those of the directory extend and replace. */
    public List<SpecFile> bundled() {
        return bundled;
    }

    /** Returns globs of the URIs to import; empty for all. */
    public List<String> includes() {
        return includes;
    }

    /** Returns patterns of the differences to accept. */
    public List<String> accepted() {
        return accepted;
    }

    /** Returns patterns of the differences to refuse. */
    public List<String> refused() {
        return refused;
    }

    /** Returns true if specs and record are written; false to only report. */
    public boolean apply() {
        return apply;
    }

    /** Builder of {@link ImportOptions}. */
    public static final class Builder {
        private Optional<Path> source = Optional.empty();
        private Optional<Path> specDirectory = Optional.empty();
        private Optional<Path> recordDirectory = Optional.empty();
        private final List<SpecFile> bundled = new ArrayList<>();
        private final List<String> includes = new ArrayList<>();
        private final List<String> accepted = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private boolean apply;

        private Builder() {}

        /** Sets the source, required: an OpenAPI document, a documentation page, or a directory of pages. */
        public Builder source(Path path) {
            this.source = Optional.of(path);
            return this;
        }

        /** Sets the directory of the specs to write, required. It need not exist. */
        public Builder specDirectory(Path path) {
            this.specDirectory = Optional.of(path);
            return this;
        }

        /**
         * Sets the directory of the record, required: outside of the specs, one for each source. It also has the
         * rules, in {@code rules.yaml}.
         */
        public Builder recordDirectory(Path path) {
            this.recordDirectory = Optional.of(path);
            return this;
        }

        /** Adds specs that those of the directory extend and replace. An edited one is written to the directory. */
        public Builder bundled(List<SpecFile> specs) {
            this.bundled.addAll(specs);
            return this;
        }

        /** Imports the URIs that a glob matches: {@code v3/pay/**}. */
        public Builder include(String uri) {
            this.includes.add(uri);
            return this;
        }

        /** Accepts differences by name, before the rules: {@code v3/pay/** post request.** maxLength}. */
        public Builder accept(String pattern) {
            this.accepted.add(pattern);
            return this;
        }

        /** Refuses differences by name, before the rules and before {@link #accept}. */
        public Builder refuse(String pattern) {
            this.refused.add(pattern);
            return this;
        }

        /** Writes specs and record if true. By default, an import only reports. */
        public Builder apply(boolean write) {
            this.apply = write;
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalArgumentException if a required option is missing
         */
        public ImportOptions build() {
            return new ImportOptions(this);
        }
    }
}

package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.openapi.OpenApiVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of an export as OpenAPI documents: what to export, in which form, and where. */
public final class OpenApiOptions {
    private final List<String> includes;
    private final List<String> excludes;
    private final OpenApiVersion version;
    private final Set<Format> formats;
    private final String documentVersion;
    private final Path outputDirectory;

    private OpenApiOptions(Builder b) {
        includes = List.copyOf(b.includes);
        excludes = List.copyOf(b.excludes);
        version = b.version;
        formats = b.formats.isEmpty() ? EnumSet.of(Format.JSON) : EnumSet.copyOf(b.formats);
        documentVersion = Objects.requireNonNull(b.documentVersion, "documentVersion");
        outputDirectory = Objects.requireNonNull(b.outputDirectory, "outputDirectory");
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the globs over URIs and notifications to include; empty for all. */
    public List<String> includes() {
        return includes;
    }

    /** Returns the globs over URIs and notifications to exclude. */
    public List<String> excludes() {
        return excludes;
    }

    /** Returns the version of OpenAPI. */
    public OpenApiVersion version() {
        return version;
    }

    /** Returns the formats of the files, in a fixed order. */
    public Set<Format> formats() {
        return EnumSet.copyOf(formats);
    }

    /** Returns the version that the documents state of the API. */
    public String documentVersion() {
        return documentVersion;
    }

    /** Returns the root of the documents. */
    public Path outputDirectory() {
        return outputDirectory;
    }

    /** Formats of files. */
    public enum Format {
        JSON,
        YAML
    }

    /** Builder of options. */
    public static final class Builder {
        private final List<String> includes = new ArrayList<>();
        private final List<String> excludes = new ArrayList<>();
        private final Set<Format> formats = EnumSet.noneOf(Format.class);
        private OpenApiVersion version = OpenApiVersion.V3_1;
        private @Nullable String documentVersion;
        private @Nullable Path outputDirectory;

        private Builder() {}

        /** Adds a glob of URIs or notifications to export, for instance {@code v3/pay/**}. Without any, all are exported. */
        public Builder include(String glob) {
            includes.add(glob);
            return this;
        }

        /** Adds a glob of URIs or notifications to omit. */
        public Builder exclude(String glob) {
            excludes.add(glob);
            return this;
        }

        /** Sets the version of OpenAPI; by default 3.1. */
        public Builder version(OpenApiVersion value) {
            version = value;
            return this;
        }

        /** Adds a format; by default, files are JSON. */
        public Builder format(Format value) {
            formats.add(value);
            return this;
        }

        /** Sets the version that the documents state of the API, such as that of the specs; required. */
        public Builder documentVersion(String value) {
            documentVersion = value;
            return this;
        }

        /** Sets the root of the documents; required. Files of an earlier export that are no longer written are deleted. */
        public Builder outputDirectory(Path value) {
            outputDirectory = value;
            return this;
        }

        /**
         * Builds the options.
         *
         * @throws NullPointerException if a required option is missing
         */
        public OpenApiOptions build() {
            return new OpenApiOptions(this);
        }
    }
}

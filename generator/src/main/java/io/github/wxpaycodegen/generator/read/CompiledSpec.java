package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.SharedType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of parsing a spec file without errors.
 *
 * @param path the path of the file, relative to the root of the specs
 * @param digest the SHA-256 digest of the file's bytes, in hex
 * @param crc the CRC-32 check sum of the file's bytes, which a jar lists
 * @param content the content of the file
 * @param types the ids of all shared types on which the content depends
 * @param suppressions the findings that the file suppresses
 */
public record CompiledSpec(
        String path, String digest, long crc, Content content, Set<String> types, List<Suppression> suppressions) {
    public CompiledSpec {
        types = Set.copyOf(types);
        suppressions = List.copyOf(suppressions);
    }

    /** The content of a file, by its kind. */
    public sealed interface Content {}

    /**
     * The content of a {@code _types.yaml}.
     *
     * @param title the Chinese name of the folder
     * @param products true if each subfolder is a product
     */
    public record TypesContent(List<SharedType> types, Optional<String> title, boolean products) implements Content {
        public TypesContent {
            types = List.copyOf(types);
        }
    }

    /**
     * The content of an {@code _errors.yaml}.
     *
     * @param errors the errors of its protocol; those of the other are empty
     */
    public record ErrorsContent(ErrorCatalog errors) implements Content {}

    /** The content of a file below {@code notifications/}. */
    public record NotificationContent(NotificationSpec notification) implements Content {}

    /**
     * The content of the file of a URI.
     *
     * @param endpoint without the errors that all operations share
     */
    public record EndpointContent(Endpoint endpoint) implements Content {}
}

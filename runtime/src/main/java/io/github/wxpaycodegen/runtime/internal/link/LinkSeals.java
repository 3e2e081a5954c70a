package io.github.wxpaycodegen.runtime.internal.link;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the runtime see the key of an encrypted file, which a link to the file contains. The link class registers
 * its access here when it is initialized, which is before any link exists.
 */
public final class LinkSeals {
    private static volatile @Nullable Function<Object, @Nullable FileSeal> access;

    private LinkSeals() {}

    /** Registers the access to links, once. */
    public static void open(Function<Object, @Nullable FileSeal> value) {
        if (access != null) {
            throw new IllegalStateException("the access to links is already registered");
        }
        access = value;
    }

    /** Returns the key of a link's file; null if the file is not encrypted. */
    public static @Nullable FileSeal of(Object link) {
        return Objects.requireNonNull(access).apply(link);
    }
}

package io.github.wxpaycodegen.runtime.internal.link;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the runtime alone see the key of an encrypted file, which a link to the file holds. The class of the links opens itself
 * to this one when it is initialized, which it is before there is a link.
 */
public final class LinkSeals {
    private static volatile @Nullable Function<Object, @Nullable FileSeal> access;

    private LinkSeals() {}

    /** Opens the links, once. */
    public static void open(Function<Object, @Nullable FileSeal> value) {
        if (access != null) {
            throw new IllegalStateException("the links are open already");
        }
        access = value;
    }

    /** Returns how the file of a link is encrypted; null if it is not. */
    public static @Nullable FileSeal of(Object link) {
        return Objects.requireNonNull(access).apply(link);
    }
}

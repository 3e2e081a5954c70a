package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.UploadFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects all that is wrong with a request before it is built. Generated messages describe their rules to it in {@link
 * Message#check(Checker)}.
 */
public interface Checker {
    /** The field must be present: not null, and not an empty list. An empty text is present. */
    void required(String name, @Nullable Object value);

    /** The text is at most {@code limit} characters (code points) long. */
    void maxLength(String name, @Nullable String value, int limit);

    /** The file has at most {@code maxBytes} bytes, and one of the media types if any are named. */
    void file(String name, @Nullable UploadFile value, long maxBytes, String... mediaTypes);

    /** Exactly one of the named fields must be present. */
    void exactlyOneOf(List<String> names, @Nullable Object... values);

    /** At least one of the named fields must be present. */
    void atLeastOneOf(List<String> names, @Nullable Object... values);

    /** Checks a nested object, if it is present; its problems are named by their path. */
    void object(String name, @Nullable Message value);

    /** Checks each object of a list, if it is present. */
    void objects(String name, @Nullable List<? extends Message> values);
}

package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a request before it is built. Generated messages describe their rules to it in
 * {@link Message#check(Checker)}. A value that is absent breaks no rule but {@code required}; where a value is a list, a
 * rule holds for each element.
 */
public interface Checker {
    /** Requires the field to be present: not null, and not an empty list. An empty text is present. */
    void required(String name, @Nullable Object value);

    /** Limits a text to {@code limit} characters (Unicode code points). */
    void maxLength(String name, @Nullable Object value, int limit);

    /** Requires a text of at least {@code limit} characters (Unicode code points). */
    void minLength(String name, @Nullable Object value, int limit);

    /** Requires a whole text to match a pattern. */
    void pattern(String name, @Nullable Object value, Pattern pattern);

    /**
     * Requires a whole text, or an integer in decimal, to have a form.
     *
     * @param form the form, as a noun phrase: {@code a date of the form yyyy-MM-dd}
     */
    void format(String name, @Nullable Object value, Pattern pattern, String form);

    /** Requires an integer or a decimal number of at least {@code limit}. */
    void minimum(String name, @Nullable Object value, long limit);

    /** Requires an integer or a decimal number of at least {@code limit}. */
    void minimum(String name, @Nullable Object value, BigDecimal limit);

    /** Requires an integer or a decimal number of at most {@code limit}. */
    void maximum(String name, @Nullable Object value, long limit);

    /** Requires an integer or a decimal number of at most {@code limit}. */
    void maximum(String name, @Nullable Object value, BigDecimal limit);

    /** Limits a list to {@code limit} elements. */
    void maxItems(String name, @Nullable List<?> values, int limit);

    /** Limits a file to {@code maxBytes} bytes and to the named media types; without names, to none. */
    void file(String name, @Nullable UploadFile value, long maxBytes, String... mediaTypes);

    /** Requires exactly one of the named fields to be present. */
    void exactlyOneOf(List<String> names, @Nullable Object... values);

    /** Requires at least one of the named fields to be present. */
    void atLeastOneOf(List<String> names, @Nullable Object... values);

    /** Checks a nested object, if it is present; its problems are named by their path. */
    void object(String name, @Nullable Message value);

    /** Checks each object of a list, if it is present. */
    void objects(String name, @Nullable List<? extends Message> values);

    /** Returns a checker for the rules of one sensitive field, whose value no problem shows. */
    Checker sensitive();
}

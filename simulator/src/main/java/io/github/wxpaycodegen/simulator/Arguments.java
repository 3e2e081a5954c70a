package io.github.wxpaycodegen.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks arguments of tests, which may be compiled without a null checker. */
final class Arguments {
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\P{Cntrl}]*");
    private static final Pattern PATH = Pattern.compile("/[^\\s?#]*");
    private static final Duration LONGEST = Duration.ofDays(365);

    private Arguments() {}

    /**
     * Returns an argument that is not null.
     *
     * @throws NullPointerException whose message names the parameter
     */
    static <T> T required(T argument, String parameter) {
        return Objects.requireNonNull(argument, parameter + " must not be null");
    }

    /**
     * Returns the elements of an array of which none is null.
     *
     * @throws NullPointerException whose message names the parameter
     */
    static <T> List<T> all(T[] elements, String parameter) {
        for (T element : required(elements, parameter)) {
            required(element, "an element of " + parameter);
        }
        return List.of(elements);
    }

    /**
     * Returns an HTTP status that a response can have.
     *
     * @throws IllegalArgumentException if it is not from 200 to 599
     */
    static int status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("the status must be from 200 to 599 (was " + status + ")");
        }
        return status;
    }

    /**
     * Returns the name of a header.
     *
     * @throws IllegalArgumentException if HTTP does not allow it
     */
    static String headerName(String name) {
        if (!HEADER_NAME.matcher(required(name, "name")).matches()) {
            throw new IllegalArgumentException("name must be that of a header: letters, digits and hyphens, such as"
                    + " Request-ID (was " + printable(name) + ")");
        }
        return name;
    }

    /**
     * Returns the value of a header.
     *
     * @throws IllegalArgumentException if HTTP does not allow it
     */
    static String headerValue(String value, String parameter) {
        if (!HEADER_VALUE.matcher(required(value, parameter)).matches()) {
            throw new IllegalArgumentException(
                    parameter + " must be the value of a header, without line breaks and other"
                            + " control characters (was " + printable(value) + ")");
        }
        return value;
    }

    /**
     * Returns the path of a request.
     *
     * @throws IllegalArgumentException if no request can have it
     */
    static String path(String path) {
        if (!PATH.matcher(required(path, "path")).matches()) {
            throw new IllegalArgumentException("path must begin with a slash, without method, host and query, such as"
                    + " /v3/pay/transactions/native (was " + printable(path) + ")");
        }
        return path;
    }

    /**
     * Returns a duration that {@link java.lang.System#nanoTime} can measure.
     *
     * @throws IllegalArgumentException if it is negative, or longer than 365 days
     */
    static Duration duration(Duration duration, String parameter) {
        if (required(duration, parameter).isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    parameter + " must be from 0 to " + LONGEST.toDays() + " days (was " + duration + ")");
        }
        return duration;
    }

    /** Returns a text within quotation marks, with escapes for control characters. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder("'");
        text.chars()
                .forEach(each -> printable.append(
                        Character.isISOControl(each) ? String.format("\\u%04x", each) : Character.toString(each)));
        return printable.append('\'').toString();
    }
}

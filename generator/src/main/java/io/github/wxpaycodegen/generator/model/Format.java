package io.github.wxpaycodegen.generator.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a text: its name in specs, its description, and a regular expression if the form is certain. */
public enum Format {
    DATE("date", "a date of the form yyyy-MM-dd", Parts.date("-")),
    COMPACT_DATE("compact-date", "a date of the form yyyyMMdd", Parts.date("")),
    MONTH("month", "a month of the form yyyy-MM", Parts.YEAR + "-" + Parts.MONTH),
    COMPACT_MONTH("compact-month", "a month of the form yyyyMM", Parts.YEAR + Parts.MONTH),
    YEAR("year", "a year of the form yyyy", Parts.YEAR),
    TIME("time", "a time of the form HH:mm:ss", Parts.TIME),
    COMPACT_TIME("compact-time", "a time of the form HHmmss", Parts.COMPACT_TIME),
    COMPACT_DATE_TIME(
            "compact-date-time", "a Beijing time of the form yyyyMMddHHmmss", Parts.date("") + Parts.COMPACT_TIME),
    LOCAL_DATE_TIME(
            "local-date-time", "a Beijing time of the form yyyy-MM-dd HH:mm:ss", Parts.date("-") + " " + Parts.TIME),
    UNIX_SECONDS("unix-seconds", "a Unix time in seconds (10 digits)", "[1-9][0-9]{9}"),
    UNIX_MILLISECONDS("unix-milliseconds", "a Unix time in milliseconds (13 digits)", "[1-9][0-9]{12}"),
    BASE64("base64", "Base64"),
    URL("url", "a URL"),
    /** The gateway of v3 rejects other values of a notify_url with a pattern of the same meaning. */
    NOTIFY_URL(
            "notify-url",
            "a URL of http or https without query and fragment",
            "https?://([^\\s/?#@\\[\\]]+@)?[^\\s/?#@:]+(:[0-9]{2,5})?[^\\s?#\\[\\]]*"),
    MEDIA_ID("media-id", "the media_id of an uploaded file"),
    JSON("json", "a JSON document"),
    HEX("hex", "hexadecimal digits"),
    IP("ip", "an IP address");

    private final String key;
    private final String description;
    private final Optional<Pattern> pattern;

    Format(String key, String description) {
        this.key = key;
        this.description = description;
        this.pattern = Optional.empty();
    }

    Format(String key, String description, String regex) {
        this.key = key;
        this.description = description;
        this.pattern = Optional.of(Pattern.compile(regex));
    }

    /** Returns the name in specs. */
    public String key() {
        return key;
    }

    /** Returns a noun phrase for Javadoc and error messages: {@code a date of the form yyyy-MM-dd}. */
    public String description() {
        return description;
    }

    /** Returns the pattern that a whole value must match; empty if values are not checked. */
    public Optional<Pattern> pattern() {
        return pattern;
    }

    /** Returns true if an integer may have this format. */
    public boolean isNumeric() {
        return this == UNIX_SECONDS || this == UNIX_MILLISECONDS;
    }

    private static final class Parts {
        static final String YEAR = "[0-9]{4}";
        static final String MONTH = "(0[1-9]|1[0-2])";
        static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
        static final String COMPACT_TIME = "([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]";
        /** The years that 4 divides, except the centuries that 400 does not divide. */
        static final String LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";

        /** Returns the pattern of a day that exists: not February 30, and February 29 only in a leap year. */
        static String date(String separator) {
            String days = MONTH + separator + "(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])" + separator
                    + "(29|30)|(0[13578]|1[02])" + separator + "31";
            return "(" + YEAR + separator + "(" + days + ")|" + LEAP_YEAR + separator + "02" + separator + "29)";
        }
    }
}

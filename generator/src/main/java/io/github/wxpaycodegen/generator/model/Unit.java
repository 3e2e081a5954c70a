package io.github.wxpaycodegen.generator.model;

/** The unit of a number: its name in specs, and the sentence for Javadoc. */
public enum Unit {
    FEN("fen", "In fen."),
    CENT("cent", "In the smallest unit of the currency."),
    YUAN("yuan", "In yuan."),
    PERCENT("percent", "In percent."),
    PERMILLE("permille", "In permille (1/1000)."),
    PERMYRIAD("permyriad", "In permyriad (1/10000)."),
    MILLISECOND("millisecond", "In milliseconds."),
    SECOND("second", "In seconds."),
    MINUTE("minute", "In minutes."),
    HOUR("hour", "In hours."),
    DAY("day", "In days."),
    MONTH("month", "In months."),
    YEAR("year", "In years."),
    BYTE("byte", "In bytes."),
    METER("meter", "In meters."),
    KILOMETER("kilometer", "In kilometers."),
    KILOGRAM("kilogram", "In kilograms."),
    KILOWATT_HOUR("kilowatt-hour", "In kilowatt-hours.");

    private final String key;
    private final String sentence;

    Unit(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
    }

    /** Returns the name in specs. */
    public String key() {
        return key;
    }

    /** Returns the sentence for Javadoc. */
    public String sentence() {
        return sentence;
    }
}

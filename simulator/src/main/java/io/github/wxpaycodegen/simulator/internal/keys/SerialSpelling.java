package io.github.wxpaycodegen.simulator.internal.keys;

import java.util.Locale;

/** The accepted spelling of serial numbers in requests. */
public enum SerialSpelling {
    /** Upper or lower case, with or without leading zeros: common clients print the number, not the bytes. */
    ANY,
    /** As {@link Serials} spells them. */
    EXACT;

    /** Returns true if the text of a request is a serial number. */
    public boolean match(String serial, String given) {
        return this == EXACT ? serial.equals(given) : number(serial).equals(number(given));
    }

    private static String number(String serial) {
        return serial.toUpperCase(Locale.ROOT).replaceFirst("^0+", "");
    }
}

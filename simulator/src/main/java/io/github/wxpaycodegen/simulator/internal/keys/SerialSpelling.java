package io.github.wxpaycodegen.simulator.internal.keys;

import java.util.Locale;

/** The spelling in which a request may name the serial number of a certificate. */
public enum SerialSpelling {
    /** In upper or lower case, with or without leading zeros: common clients print the number, not the bytes. */
    ANY,
    /** As {@link Serials} spells it. */
    EXACT;

    /** Returns whether a request names a serial number. */
    public boolean match(String serial, String given) {
        return this == EXACT ? serial.equals(given) : number(serial).equals(number(given));
    }

    private static String number(String serial) {
        return serial.toUpperCase(Locale.ROOT).replaceFirst("^0+", "");
    }
}

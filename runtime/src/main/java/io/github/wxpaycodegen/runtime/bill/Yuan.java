package io.github.wxpaycodegen.runtime.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Conversion of the amounts in bills: yuan with decimals. Nothing is ever rounded. */
final class Yuan {
    /** The number of decimals of a fen. */
    static final int FEN = 2;
    /** The maximum number of decimals in bills, which fees have. */
    static final int FINEST = 5;

    private Yuan() {}

    /**
     * Parses an amount into units of the given decimals.
     *
     * @throws NumberFormatException if it is not a number, is finer than the unit, or is too large
     */
    static long parse(String text, int decimals) {
        boolean negative = text.startsWith("-");
        int begin = negative ? 1 : 0;
        int point = text.indexOf('.', begin);
        int end = point < 0 ? text.length() : point;
        if (begin == end || point == text.length() - 1) {
            throw new NumberFormatException("it is not a number");
        }
        long units = digits(text, begin, end, 0);
        int last = point < 0 ? end : Math.min(text.length(), point + 1 + decimals);
        units = digits(text, Math.min(end + 1, last), last, units);
        for (int given = Math.max(last - end - 1, 0); given < decimals; given++) {
            units = append(units, 0);
        }
        for (int i = last; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                throw new NumberFormatException("it has more decimals than its unit or is not a number");
            }
        }
        return negative ? -units : units;
    }

    /** Formats an amount in the form that {@link #parse} reads, with two decimals, or more if it needs them. */
    static String format(long units, int decimals) {
        BigDecimal yuan = BigDecimal.valueOf(units, decimals).stripTrailingZeros();
        return yuan.scale() < FEN ? yuan.setScale(FEN, RoundingMode.UNNECESSARY).toPlainString() : yuan.toPlainString();
    }

    private static long digits(String text, int from, int to, long before) {
        long units = before;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("it is not a number");
            }
            units = append(units, digit);
        }
        return units;
    }

    private static long append(long units, int digit) {
        if (units > (Long.MAX_VALUE - digit) / 10) {
            throw new NumberFormatException("it is too large");
        }
        return units * 10 + digit;
    }
}

package io.github.wxpaycodegen.cli.bill;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts in cells of bills, which are in yuan. */
public final class Amount {
    private static final Pattern YUAN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    /** Counts and rates are numbers too. */
    private static final Pattern COLUMN = Pattern.compile(".*(金额|手续费|余额|结余).*");

    private static final int FEN_DECIMALS = 2;

    private Amount() {}

    /**
     * Returns the fen of a cell, which may have more decimals than that: fees are written as {@code 0.60000}. Empty if its
     * column has no amounts, or the cell is not a whole number of fen; nothing is rounded.
     */
    public static OptionalLong fen(String column, String cell) {
        if (!isAmount(column) || !YUAN.matcher(cell).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal yuan = new BigDecimal(cell).stripTrailingZeros();
        return yuan.scale() > FEN_DECIMALS
                ? OptionalLong.empty()
                : OptionalLong.of(yuan.movePointRight(FEN_DECIMALS).longValueExact());
    }

    /** Returns true if the cells of a column are amounts. */
    public static boolean isAmount(String column) {
        return COLUMN.matcher(column).matches() && !column.contains("备注");
    }
}

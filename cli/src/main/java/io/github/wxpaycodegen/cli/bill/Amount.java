package io.github.wxpaycodegen.cli.bill;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts in cells of bills, which are in yuan. */
public final class Amount {
    private static final Pattern YUAN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,2})?");
    /** Counts and rates are numbers too. */
    private static final Pattern COLUMN = Pattern.compile(".*(金额|手续费|余额).*");

    private Amount() {}

    /** Returns the fen of a cell; empty if its column has no amounts, or the cell is not a whole number of fen. */
    public static OptionalLong fen(String column, String cell) {
        return isAmount(column) && YUAN.matcher(cell).matches()
                ? OptionalLong.of(new BigDecimal(cell).movePointRight(2).longValueExact())
                : OptionalLong.empty();
    }

    /** Returns true if the cells of a column are amounts. */
    public static boolean isAmount(String column) {
        return COLUMN.matcher(column).matches() && !column.contains("备注");
    }
}

package io.github.wxpaycodegen.runtime.bill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the amounts of rows, to compare them with what the summary says. */
final class Sums {
    private final List<Sum> sums = new ArrayList<>();

    /** Sums a column, if the bill has it. */
    void sum(Header header, String total, String column) {
        int place = header.find(column);
        if (place >= 0) {
            sums.add(new Sum(total, place, -1, ""));
        }
    }

    /** Sums a column over the rows in which another column has a value, if the bill has both. */
    void sumWhere(Header header, String total, String column, String other, String value) {
        int place = header.find(column);
        int otherPlace = header.find(other);
        if (place >= 0 && otherPlace >= 0) {
            sums.add(new Sum(total, place, otherPlace, value));
        }
    }

    void add(String[] cells) {
        for (Sum sum : sums) {
            sum.add(cells);
        }
    }

    List<BillDifference> differences(BillRecord summary) {
        List<BillDifference> differences = new ArrayList<>();
        for (Sum sum : sums) {
            String stated = summary.text(sum.total);
            if (stated != null && sum.exact && !sum.equals(stated)) {
                differences.add(new BillDifference(sum.total, stated, Yuan.format(sum.units, Yuan.FINEST)));
            }
        }
        return List.copyOf(differences);
    }

    private static final class Sum {
        private final String total;
        private final int place;
        private final int otherPlace;
        private final String otherValue;
        private long units;
        /** Not any more after an amount that cannot be added; reading that amount tells why. */
        private boolean exact = true;

        Sum(String total, int place, int otherPlace, String otherValue) {
            this.total = total;
            this.place = place;
            this.otherPlace = otherPlace;
            this.otherValue = otherValue;
        }

        void add(String[] cells) {
            if (cells[place].isEmpty() || otherPlace >= 0 && !cells[otherPlace].equals(otherValue)) {
                return;
            }
            Long amount = parse(cells[place]);
            try {
                units = Math.addExact(units, amount == null ? 0 : amount);
                exact &= amount != null;
            } catch (ArithmeticException e) {
                exact = false;
            }
        }

        boolean equals(String stated) {
            Long amount = parse(stated);
            return amount != null && amount == units;
        }

        private static @Nullable Long parse(String text) {
            try {
                return Yuan.parse(text, Yuan.FINEST);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}

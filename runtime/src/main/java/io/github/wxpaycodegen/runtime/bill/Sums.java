package io.github.wxpaycodegen.runtime.bill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the amounts of rows, to compare them with the summary. */
final class Sums {
    private final List<Sum> sums = new ArrayList<>();

    /** Adds up a column, if the bill has it. */
    void sum(Header header, String total, String column) {
        int place = header.find(column);
        if (place >= 0) {
            sums.add(new Sum(total, header.names().get(place), place, -1, ""));
        }
    }

    /** Adds up a column over the rows in which another column has a certain value, if the bill has both. */
    void sumWhere(Header header, String total, String column, String other, String value) {
        int place = header.find(column);
        int otherPlace = header.find(other);
        if (place >= 0 && otherPlace >= 0) {
            sums.add(new Sum(total, header.names().get(place), place, otherPlace, value));
        }
    }

    void add(String[] cells, long line) {
        for (Sum sum : sums) {
            sum.add(cells, line);
        }
    }

    /**
     * Returns the totals in the summary that differ from the sums.
     *
     * @throws BillFormatException if the summary states a total whose sum could not be computed
     */
    List<BillDifference> differences(BillRecord summary) {
        List<BillDifference> differences = new ArrayList<>();
        for (Sum sum : sums) {
            String stated = summary.text(sum.total);
            if (stated != null && !sum.agrees(stated)) {
                differences.add(new BillDifference(sum.total, stated, Yuan.format(sum.units, Yuan.FINEST)));
            }
        }
        return List.copyOf(differences);
    }

    private static final class Sum {
        private final String total;
        private final String column;
        private final int place;
        private final int otherPlace;
        private final String otherValue;
        private long units;
        /** The first amount that could not be added. It matters only if the summary states this total. */
        private @Nullable BillFormatException problem;

        Sum(String total, String column, int place, int otherPlace, String otherValue) {
            this.total = total;
            this.column = column;
            this.place = place;
            this.otherPlace = otherPlace;
            this.otherValue = otherValue;
        }

        void add(String[] cells, long line) {
            boolean counts = otherPlace < 0 || cells[otherPlace].equals(otherValue);
            if (problem != null || !counts || cells[place].isEmpty()) {
                return;
            }
            try {
                units = Math.addExact(units, Yuan.parse(cells[place], Yuan.FINEST));
            } catch (NumberFormatException | ArithmeticException e) {
                problem = BillFormatException.inCell(
                        line, column, "the value must be an amount in yuan, and its total must fit into 64 bits");
            }
        }

        boolean agrees(String stated) {
            if (problem != null) {
                throw problem;
            }
            try {
                return Yuan.parse(stated, Yuan.FINEST) == units;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}

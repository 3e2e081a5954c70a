package io.github.wxpaycodegen.story;

import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.bill.TradeBillRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Compares what a shop has written down with what the bill of the day says. */
final class Reconciliation {
    private Reconciliation() {}

    /** A line for each number about which the two disagree; none where all is well. */
    static List<String> differences(Path bill, Map<String, Long> paid, Map<String, Long> refunded) throws IOException {
        Map<String, Long> payments = new HashMap<>();
        Map<String, Long> refunds = new HashMap<>();
        try (TradeBill rows = BillKind.TRADE.open(bill)) {
            for (TradeBillRow row : rows) {
                switch (row.tradeState()) {
                    case SUCCESS -> payments.put(row.outTradeNo(), row.orderAmount());
                    case REFUND -> refunds.put(row.outRefundNo(), row.refundRequestAmount());
                    default -> throw new IllegalStateException("neither a payment nor a refund: " + row);
                }
            }
        }
        List<String> differences = new ArrayList<>();
        compare("payment", paid, payments, differences);
        compare("refund", refunded, refunds, differences);
        return differences;
    }

    private static void compare(String what, Map<String, Long> ours, Map<String, Long> theirs, List<String> out) {
        TreeSet<String> numbers = new TreeSet<>(ours.keySet());
        numbers.addAll(theirs.keySet());
        for (String number : numbers) {
            if (!Objects.equals(ours.get(number), theirs.get(number))) {
                out.add(what + " " + number + ": " + ours.get(number) + " fen here, " + theirs.get(number)
                        + " fen in the bill");
            }
        }
    }
}

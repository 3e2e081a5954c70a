package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.bill.TradeBillRow;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The examples of the guide to reconciliation. */
final class ReconciliationExamples {
    private final WxPay pay;

    ReconciliationExamples(WxPay pay) {
        this.pay = pay;
    }

    /** Returns nothing if there were no payments that day. */
    Optional<Path> fetch(LocalDate day, Path folder) {
        Path file = folder.resolve("trade-" + day + ".csv.gz");
        try {
            pay.v3().bill().tradeBill().download(b -> b.billDate(day.toString()).tarType(TarType.GZIP), file);
            return Optional.of(file);
        } catch (GatewayException e) {
            if ("NO_STATEMENT_EXIST".equals(e.errorCode())) {
                return Optional.empty();
            }
            throw e; // STATEMENT_CREATING: try again later
        }
    }

    /** Compares amounts in fen by number: payments, and refunds, that the shop and the bill do not agree on. */
    static List<String> compare(Path bill, Map<String, Long> ours) throws IOException {
        Map<String, Long> theirs = new HashMap<>();
        try (TradeBill rows = BillKind.TRADE.open(bill)) {
            for (TradeBillRow row : rows) {
                switch (row.tradeState()) {
                    case SUCCESS -> theirs.merge("payment " + row.outTradeNo(), row.orderAmount(), Long::sum);
                    case REFUND -> theirs.merge("refund " + row.outRefundNo(), row.refundRequestAmount(), Long::sum);
                    default -> theirs.put("payment " + row.outTradeNo(), null); // revoked, or newer than this version
                }
            }
        } // an incomplete bill has thrown by now
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        for (String key : keys) {
            if (!Objects.equals(ours.get(key), theirs.get(key))) {
                differences.add(key + ": ours " + ours.get(key) + " fen, the bill's " + theirs.get(key));
            }
        }
        return differences;
    }
}

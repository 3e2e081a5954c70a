package io.github.wxpaycodegen.samples.shop;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.BillTradeState;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.bill.TradeBillRow;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/** Compares the orders of a day with the trade bill of WeChat Pay. */
@Service
class Reconciliation {
    /** The days of bills are those of China. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final WxPay pay;
    private final Orders orders;

    Reconciliation(WxPay pay, Orders orders) {
        this.pay = pay;
        this.orders = orders;
    }

    /** A day: all payments and refunds that either side knows. */
    record Day(LocalDate date, boolean balanced, List<Line> lines) {}

    /**
     * A payment or a refund.
     *
     * @param kind {@code PAYMENT} or {@code REFUND}
     * @param number the {@code out_trade_no} or {@code out_refund_no}
     * @param shopFen the amount that the shop has recorded; null if it knows of none
     * @param billFen the amount in the bill; null if there is none
     * @param balanced true if the two are equal
     */
    record Line(
            String kind,
            String number,
            @Nullable Long shopFen,
            @Nullable Long billFen,
            boolean balanced) {
        static Line of(String kind, String number, @Nullable Long shopFen, @Nullable Long billFen) {
            return new Line(kind, number, shopFen, billFen, Objects.equals(shopFen, billFen));
        }
    }

    /**
     * Downloads and compares the bill of a day.
     *
     * @throws Refusal if there is no bill of this day
     */
    Day of(LocalDate date) throws IOException {
        Path folder = Files.createTempDirectory("shop-bill");
        try {
            Path file = folder.resolve("bill.csv.gz");
            pay.v3()
                    .bill()
                    .tradeBill()
                    .download(b -> b.billDate(date.toString()).tarType(TarType.GZIP), file);
            return compare(date, file);
        } catch (GatewayException e) {
            if ("NO_STATEMENT_EXIST".equals(e.errorCode()) || "STATEMENT_CREATING".equals(e.errorCode())) {
                throw Refusal.noBill(date.toString());
            }
            throw e;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Day compare(LocalDate date, Path file) throws IOException {
        Map<String, Long> shopPayments = new TreeMap<>();
        Map<String, Long> shopRefunds = new TreeMap<>();
        for (Order order : orders.list()) {
            if (isOn(date, order.paidAt())) {
                shopPayments.put(order.number(), order.fen());
            }
            if (isOn(date, order.refundedAt())) {
                shopRefunds.put(order.refundNumber(), order.fen());
            }
        }
        Map<String, Long> billPayments = new TreeMap<>();
        Map<String, Long> billRefunds = new TreeMap<>();
        try (TradeBill bill = BillKind.TRADE.open(file)) {
            for (TradeBillRow row : bill) {
                if (row.tradeState() == BillTradeState.SUCCESS) {
                    add(billPayments, row.outTradeNo(), row.orderAmount());
                } else {
                    add(billRefunds, row.outRefundNo(), row.refundRequestAmount());
                }
            }
        }
        List<Line> lines = new ArrayList<>(lines("PAYMENT", shopPayments, billPayments));
        lines.addAll(lines("REFUND", shopRefunds, billRefunds));
        return new Day(date, lines.stream().allMatch(Line::balanced), lines);
    }

    private static void add(Map<String, Long> amounts, @Nullable String number, @Nullable Long fen) {
        if (number == null || fen == null) {
            throw new IllegalStateException("a row of the bill has no number or no amount");
        }
        amounts.merge(number, fen, Long::sum);
    }

    private static List<Line> lines(String kind, Map<String, Long> shop, Map<String, Long> bill) {
        TreeSet<String> numbers = new TreeSet<>(shop.keySet());
        numbers.addAll(bill.keySet());
        return numbers.stream()
                .map(number -> Line.of(kind, number, shop.get(number), bill.get(number)))
                .toList();
    }

    private static boolean isOn(LocalDate date, @Nullable Instant when) {
        return when != null && LocalDate.ofInstant(when, CHINA).equals(date);
    }
}

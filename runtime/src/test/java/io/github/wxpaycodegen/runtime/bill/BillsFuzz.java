package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.FitMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Any bytes are a bill, of the kind that the first byte chooses, or are refused as declared. */
public final class BillsFuzz {
    private static final BillLimits LIMITS =
            BillLimits.DEFAULT.maxPlainBytes(1 << 20).maxLineChars(1 << 14);

    private BillsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOfRange(input, 1, input.length));
        try {
            switch (input[0] & 3) {
                case 0 -> trade(in);
                case 1 -> fundFlow(in);
                case 2 -> profitSharing(in);
                default -> generic(in);
            }
        } catch (BillFormatException e) {
            FitMessages.require(e);
        }
    }

    private static void trade(ByteArrayInputStream in) throws IOException {
        try (TradeBill bill = BillKind.TRADE.open(in, LIMITS)) {
            for (TradeBillRow row : bill) {
                read(row, List.of(row::time, row::orderAmount, row::refundAmount, row::tradeState));
            }
            bill.summary();
            bill.differences();
        }
    }

    private static void fundFlow(ByteArrayInputStream in) throws IOException {
        try (FundFlowBill bill = BillKind.FUND_FLOW.open(in, LIMITS)) {
            for (FundFlowRow row : bill) {
                read(row, List.of(row::time, row::amount, row::direction));
            }
            bill.summaries();
        }
    }

    private static void profitSharing(ByteArrayInputStream in) throws IOException {
        try (ProfitSharingBill bill = BillKind.PROFIT_SHARING.open(in, LIMITS)) {
            for (ProfitSharingRow row : bill) {
                read(row, List.of(row::time));
            }
            bill.summaries();
        }
    }

    private static void generic(ByteArrayInputStream in) throws IOException {
        try (GenericBill bill = BillKind.GENERIC.open(in, LIMITS)) {
            for (BillRecord row : bill) {
                read(row, List.of());
            }
            bill.summaries();
        }
    }

    /** A cell that is malformed must not keep the others from being read. */
    private static void read(BillRecord row, List<Runnable> cells) {
        if (row.values().size() != row.columns().size()) {
            throw new AssertionError("a row has other cells than its bill has columns");
        }
        for (Runnable cell : cells) {
            try {
                cell.run();
            } catch (BillFormatException e) {
                FitMessages.require(e);
            }
        }
    }
}

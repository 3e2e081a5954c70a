package io.github.wxpaycodegen.runtime.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of bill, which opens bills of that kind: {@code BillKind.TRADE.open(file)}.
 *
 * @param <B> the class of the bill
 */
public final class BillKind<B extends Bill<?, ?>> {
    /** Payments and refunds. The official page shows one summary row, as for fund-flow bills. */
    public static final BillKind<TradeBill> TRADE =
            new BillKind<>("trade bill", List.of("交易时间"), true, 1, TradeBill::new);

    /** Every change of an account's balance. */
    public static final BillKind<FundFlowBill> FUND_FLOW =
            new BillKind<>("fund-flow bill", List.of("记账时间"), true, 1, FundFlowBill::new);

    /** Profit sharing. The official page mentions several summary rows. */
    public static final BillKind<ProfitSharingBill> PROFIT_SHARING =
            new BillKind<>("profit-sharing bill", List.of("分账时间", "分账接收方"), true, 64, ProfitSharingBill::new);

    /** Any other bill, such as the statements of cross-border merchants. */
    public static final BillKind<GenericBill> GENERIC = new BillKind<>("bill", List.of(), false, 64, GenericBill::new);

    private final String name;
    private final List<String> marks;
    private final boolean summaryNeeded;
    private final int maxSummaries;
    private final Function<BillReader, B> constructor;

    /**
     * Describes a kind.
     *
     * @param name the name in errors
     * @param marks columns of which only this kind has one; empty if any bill fits
     * @param summaryNeeded true if a bill without a summary is incomplete
     * @param maxSummaries the maximum number of summary rows
     */
    private BillKind(
            String name,
            List<String> marks,
            boolean summaryNeeded,
            int maxSummaries,
            Function<BillReader, B> constructor) {
        this.name = name;
        this.marks = marks;
        this.summaryNeeded = summaryNeeded;
        this.maxSummaries = maxSummaries;
        this.constructor = constructor;
    }

    /**
     * Opens a bill with the default limits.
     *
     * @throws BillFormatException if the file is not a bill of this kind, for instance an error document of the gateway
     */
    public B open(Path file) throws IOException {
        return open(file, BillLimits.DEFAULT);
    }

    /**
     * Opens a bill.
     *
     * @throws BillFormatException if the file is not a bill of this kind, for instance an error document of the gateway
     */
    public B open(Path file, BillLimits limits) throws IOException {
        return open(Files.newInputStream(file), limits);
    }

    /**
     * Opens a bill with the default limits. The stream is closed with the bill, or if opening fails.
     *
     * @throws BillFormatException if the content is not a bill of this kind, for instance an error document of the
     *     gateway
     */
    public B open(InputStream in) throws IOException {
        return open(in, BillLimits.DEFAULT);
    }

    /**
     * Opens a bill. The stream is closed with the bill, or if opening fails.
     *
     * @throws BillFormatException if the content is not a bill of this kind, for instance an error document of the
     *     gateway
     */
    public B open(InputStream in, BillLimits limits) throws IOException {
        return constructor.apply(reader(in, limits));
    }

    private BillReader reader(InputStream in, BillLimits limits) throws IOException {
        try {
            return new BillReader(new Lines(BillSource.open(in, limits), limits), this);
        } catch (UncheckedIOException e) {
            try (in) {
                throw e.getCause();
            }
        } catch (IOException | RuntimeException e) {
            try (in) {
                throw e;
            }
        }
    }

    String name() {
        return name;
    }

    boolean summaryNeeded() {
        return summaryNeeded;
    }

    int maxSummaries() {
        return maxSummaries;
    }

    void check(Header header, long line) {
        if (!marks.isEmpty() && !fits(header)) {
            throw BillFormatException.inLine(
                    line,
                    "it is not a " + name + ", there is no column " + String.join(" or ", marks) + other(header),
                    null);
        }
    }

    private boolean fits(Header header) {
        return marks.stream().anyMatch(mark -> header.find(mark) >= 0);
    }

    /**
     * Returns a hint with the kind that the bill seems to be, and the constant that reads it; empty if it fits no kind.
     */
    private static String other(Header header) {
        if (TRADE.fits(header)) {
            return "; it seems to be a trade bill, which BillKind.TRADE reads";
        }
        if (FUND_FLOW.fits(header)) {
            return "; it seems to be a fund-flow bill, which BillKind.FUND_FLOW reads";
        }
        if (PROFIT_SHARING.fits(header)) {
            return "; it seems to be a profit-sharing bill, which BillKind.PROFIT_SHARING reads";
        }
        return "";
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}

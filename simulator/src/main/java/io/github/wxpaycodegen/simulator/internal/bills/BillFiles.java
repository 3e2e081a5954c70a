package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.generator.model.FileKind;
import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Receipt;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The files that the gateway serves: bills of stored orders, or of made-up rows, and receipts. */
public final class BillFiles {
    private static final long USUAL_ROWS = 3;

    private final String mchid;
    private final Optional<Ledger> ledger;
    private final AtomicLong rows = new AtomicLong(USUAL_ROWS);
    private final AtomicLong waits = new AtomicLong();

    /**
     * Creates the files of a merchant.
     *
     * @param ledger the orders that bills list; empty for bills of made-up rows
     */
    public BillFiles(String mchid, Optional<Ledger> ledger) {
        this.mchid = mchid;
        this.ledger = ledger;
    }

    /**
     * Sets the number of made-up rows.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void rows(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of rows must not be negative (was " + count + ")");
        }
        rows.set(count);
    }

    /** Makes receipts ready only after this many further queries. */
    public void prepareFor(int queries) {
        waits.set(queries);
    }

    /** Restores the default number of rows, and makes receipts ready at once. */
    public void reset() {
        rows.set(USUAL_ROWS);
        waits.set(0);
    }

    /** Counts a query of a receipt, and returns whether the receipt is not ready yet. */
    public boolean isPreparing() {
        return waits.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /**
     * Returns the file of an operation.
     *
     * @param kind the kind in the spec; for a file of an unknown kind, a receipt is returned
     * @param day empty if the request has no valid day
     * @param billType the {@code bill_type} of the request
     * @throws ProblemException if there is no bill for the day
     */
    public FileContent find(Optional<FileKind> kind, Optional<LocalDate> day, String billType) throws ProblemException {
        return switch (kind.orElse(FileKind.RECEIPT)) {
            case TRADE_BILL -> trade(day, TradeBill.Kind.of(billType));
            case FUND_FLOW_BILL -> fundFlow(day);
            case PROFIT_SHARING_BILL -> ProfitSharingBill.sample(rows.get(), mchid);
            case BILL -> SampleRows.trade(TradeBill.Kind.ALL, rows.get(), mchid);
            case RECEIPT -> SampleFile.receipt();
        };
    }

    private FileContent trade(Optional<LocalDate> day, TradeBill.Kind kind) throws ProblemException {
        if (ledger.isEmpty()) {
            return SampleRows.trade(kind, rows.get(), mchid);
        }
        List<TradeBill.Row> all = remembered(day, kind);
        long paid = 0;
        long refunded = 0;
        for (TradeBill.Row row : all) {
            TradeBill.RefundCells refund = row.refund();
            paid += refund == null ? row.total() : 0;
            refunded += refund == null ? 0 : refund.amount();
        }
        return TradeBill.of(kind, all::forEach, new TradeBill.Totals(all.size(), paid, refunded, paid));
    }

    /**
     * Returns the payments and refunds of a day.
     *
     * @throws ProblemException if there are none
     */
    private List<TradeBill.Row> remembered(Optional<LocalDate> day, TradeBill.Kind kind) throws ProblemException {
        LocalDate date = day.orElseThrow(() -> new ProblemException(Problem.BAD_DATE));
        List<TradeBill.Row> all = new ArrayList<>();
        if (kind != TradeBill.Kind.REFUND) {
            ledger.orElseThrow().payments().stream()
                    .filter(payment -> payment.receipt()
                            .filter(receipt -> BeijingTime.day(receipt.time()).equals(date))
                            .isPresent())
                    .map(payment -> row(payment, null))
                    .forEach(all::add);
        }
        if (kind != TradeBill.Kind.SUCCESS) {
            ledger.orElseThrow().refunds().stream()
                    .filter(refund -> BeijingTime.day(refund.created()).equals(date))
                    .map(refund -> row(refund.payment(), refund))
                    .forEach(all::add);
        }
        if (all.isEmpty()) {
            throw new ProblemException(Problem.NO_BILL);
        }
        return all;
    }

    private TradeBill.Row row(Payment payment, @Nullable Refund refund) {
        Order order = payment.order();
        Receipt receipt = payment.receipt().orElseThrow();
        Instant time = refund == null ? receipt.time() : refund.created();
        return new TradeBill.Row(
                BeijingTime.spaced(time),
                order.field("appid").or(() -> order.field("sp_appid")).orElse(""),
                mchid,
                order.subMchid().isEmpty() ? "0" : order.subMchid(),
                receipt.transactionId(),
                order.outTradeNo(),
                receipt.openid(),
                order.tradeType(),
                order.total(),
                order.field("description").or(() -> order.field("body")).orElse(""),
                order.field("attach").orElse(""),
                refund == null ? null : cells(refund));
    }

    private static TradeBill.RefundCells cells(Refund refund) {
        return new TradeBill.RefundCells(
                refund.refundId(),
                refund.request().outRefundNo(),
                refund.request().amount(),
                refund.state().name(),
                BeijingTime.spaced(refund.created()),
                refund.settled().map(BeijingTime::spaced).orElse(""));
    }

    private FileContent fundFlow(Optional<LocalDate> day) throws ProblemException {
        if (ledger.isEmpty()) {
            return SampleRows.fundFlow(rows.get());
        }
        List<FundFlowBill.Row> all = new ArrayList<>();
        long balance = 0;
        long in = 0;
        long amountIn = 0;
        for (TradeBill.Row row : remembered(day, TradeBill.Kind.ALL)) {
            TradeBill.RefundCells refund = row.refund();
            long amount = refund == null ? row.total() : -refund.amount();
            balance += amount;
            in += amount > 0 ? 1 : 0;
            amountIn += Math.max(0, amount);
            String business = refund == null ? row.transactionId() : refund.refundId();
            String voucher = refund == null ? row.outTradeNo() : refund.outRefundNo();
            all.add(new FundFlowBill.Row(row.time(), business, "F" + business, amount, balance, voucher));
        }
        return FundFlowBill.of(
                all::forEach, new FundFlowBill.Totals(in, amountIn, all.size() - in, amountIn - balance));
    }
}

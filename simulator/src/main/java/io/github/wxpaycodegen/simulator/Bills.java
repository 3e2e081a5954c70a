package io.github.wxpaycodegen.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bills that the gateway serves; given by {@link Simulator#bills()}. Where it remembers orders, a bill has what was paid
 * and refunded on its day, and there is none for a day without; otherwise it has made-up rows.
 */
public final class Bills {
    private static final long USUAL_ROWS = 3;

    private final String mchid;
    private final Optional<Orders> orders;
    private final AtomicLong rows = new AtomicLong(USUAL_ROWS);
    private final AtomicLong waits = new AtomicLong();
    private final FileLinks links;

    Bills(String mchid, Optional<Orders> orders, FileLinks links) {
        this.mchid = mchid;
        this.orders = orders;
        this.links = links;
    }

    /**
     * How many made-up rows bills have from now on; they are written as they are served, so a million costs no memory.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void rows(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a bill has rows, or none: " + count);
        }
        rows.set(count);
    }

    /** All links that were told so far have expired; otherwise they do five minutes after they were told. */
    public void expireLinks() {
        links.expire();
    }

    /** A receipt that the gateway prepares is ready only after this many further queries; at once otherwise. */
    public void prepareFor(int queries) {
        waits.set(queries);
    }

    /** Whether a receipt that is asked for now has still to be prepared. */
    boolean isPreparing() {
        return waits.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /**
     * Which of the bills an operation is about; a receipt for whatever is no bill.
     *
     * @param day empty if the request names none that can be read
     * @throws ProblemException if there is none for the day
     */
    FileContent find(String uri, Optional<LocalDate> day, String billType) throws ProblemException {
        if (uri.contains("fundflow")) {
            return fundFlow(day);
        }
        if (uri.contains("profit")) {
            return ProfitSharingBill.sample(rows.get(), mchid);
        }
        if (uri.contains("bill") && !uri.contains("receipt")) {
            return trade(day, TradeBill.Kind.of(billType));
        }
        return SampleFile.receipt();
    }

    private FileContent trade(Optional<LocalDate> day, TradeBill.Kind kind) throws ProblemException {
        if (orders.isEmpty()) {
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

    /** What happened on a day, which is something. */
    private List<TradeBill.Row> remembered(Optional<LocalDate> day, TradeBill.Kind kind) throws ProblemException {
        LocalDate date = day.orElseThrow(() -> new ProblemException(Problem.BAD_DATE));
        List<TradeBill.Row> all = new ArrayList<>();
        if (kind != TradeBill.Kind.REFUND) {
            orders.orElseThrow().payments().stream()
                    .filter(payment -> payment.receipt()
                            .filter(receipt -> BeijingTime.day(receipt.time()).equals(date))
                            .isPresent())
                    .map(payment -> row(payment, null))
                    .forEach(all::add);
        }
        if (kind != TradeBill.Kind.SUCCESS) {
            orders.orElseThrow().refunds().stream()
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
        if (orders.isEmpty()) {
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

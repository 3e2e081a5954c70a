package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Receipt;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.products.PayoutLedger;
import io.github.wxpaycodegen.simulator.internal.products.RedPacketLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger;
import io.github.wxpaycodegen.simulator.internal.products.TransferLedger;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bills of what is remembered. There is no bill of a day without rows. */
public final class StoredBills {
    private final Ledger ledger;
    private final SharingLedger sharing;
    private final TransferLedger transfers;
    private final PayoutLedger payouts;
    private final RedPacketLedger redPackets;

    /** Creates the bills of these ledgers. */
    public StoredBills(
            Ledger ledger,
            SharingLedger sharing,
            TransferLedger transfers,
            PayoutLedger payouts,
            RedPacketLedger redPackets) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.transfers = transfers;
        this.payouts = payouts;
        this.redPackets = redPackets;
    }

    /**
     * Returns the payments and refunds of a day.
     *
     * @throws ProblemException if there are none
     */
    FileContent trade(String mchid, LocalDate day, TradeBill.Kind kind) throws ProblemException {
        List<TradeBill.Row> all = required(tradeRows(mchid, day, kind));
        long paid = 0;
        long refunded = 0;
        for (TradeBill.Row row : all) {
            TradeBill.RefundCells refund = row.refund();
            paid += refund == null ? row.total() : 0;
            refunded += refund == null ? 0 : refund.amount();
        }
        return TradeBill.of(kind, all::forEach, new TradeBill.Totals(all.size(), paid, refunded, paid));
    }

    private List<TradeBill.Row> tradeRows(String mchid, LocalDate day, TradeBill.Kind kind) {
        List<TradeBill.Row> all = new ArrayList<>();
        if (kind != TradeBill.Kind.REFUND) {
            ledger.payments().stream()
                    .filter(payment -> payment.receipt()
                            .filter(receipt -> BeijingTime.day(receipt.time()).equals(day))
                            .isPresent())
                    .map(payment -> row(mchid, payment, null))
                    .forEach(all::add);
        }
        if (kind != TradeBill.Kind.SUCCESS) {
            ledger.refunds().stream()
                    .filter(refund -> BeijingTime.day(refund.created()).equals(day))
                    .map(refund -> row(mchid, refund.payment(), refund))
                    .forEach(all::add);
        }
        return all;
    }

    private static TradeBill.Row row(String mchid, Payment payment, @Nullable Refund refund) {
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

    /**
     * Returns the income and the expenses of a day: payments, refunds, transfers, red packets, shares and their
     * returns.
     *
     * @throws ProblemException if there are none
     */
    FileContent fundFlow(LocalDate day) throws ProblemException {
        List<FundFlowBill.Row> all = required(FundFlowRows.of(ledger, sharing, transfers, payouts, redPackets, day));
        long in = 0;
        long amountIn = 0;
        long amountOut = 0;
        for (FundFlowBill.Row row : all) {
            in += row.amount() > 0 ? 1 : 0;
            amountIn += Math.max(0, row.amount());
            amountOut += Math.max(0, -row.amount());
        }
        return FundFlowBill.of(all::forEach, new FundFlowBill.Totals(in, amountIn, all.size() - in, amountOut));
    }

    /**
     * Returns the shares that arrived on a day, and the returns.
     *
     * @throws ProblemException if there are none
     */
    FileContent profitSharing(String mchid, LocalDate day) throws ProblemException {
        return ProfitSharingBill.of(mchid, required(SharingRows.of(sharing, day)));
    }

    private static <T> List<T> required(List<T> rows) throws ProblemException {
        if (rows.isEmpty()) {
            throw new ProblemException(Problem.NO_BILL);
        }
        return rows;
    }
}

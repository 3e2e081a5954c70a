package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.products.PayoutLedger;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket;
import io.github.wxpaycodegen.simulator.internal.products.RedPacketLedger;
import io.github.wxpaycodegen.simulator.internal.products.Share;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingOrder;
import io.github.wxpaycodegen.simulator.internal.products.SharingReturn;
import io.github.wxpaycodegen.simulator.internal.products.Transfer;
import io.github.wxpaycodegen.simulator.internal.products.TransferLedger;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a fund-flow bill of what is remembered: payments, refunds, transfers, red packets, shares and their
 * returns of a day.
 * The amount of a refund that was closed has not left the account.
 */
final class FundFlowRows {
    /**
     * A movement of money.
     *
     * @param amount in fen; negative for an expense
     */
    private record Movement(Instant time, String businessId, String kind, long amount, String voucher) {}

    private final List<Movement> movements = new ArrayList<>();

    private FundFlowRows() {}

    /** Returns the rows of a day in the order of time. The balance starts at zero. */
    static List<FundFlowBill.Row> of(
            Ledger ledger,
            SharingLedger sharing,
            TransferLedger transfers,
            PayoutLedger payouts,
            RedPacketLedger redPackets,
            LocalDate day) {
        FundFlowRows rows = new FundFlowRows();
        ledger.payments().forEach(rows::add);
        ledger.refunds().forEach(rows::add);
        transfers.arrived().forEach(rows::add);
        payouts.arrived().forEach(rows::add);
        redPackets.packets().forEach(rows::add);
        sharing.orders().forEach(rows::add);
        sharing.returns().forEach(rows::add);
        return rows.ofDay(day);
    }

    private List<FundFlowBill.Row> ofDay(LocalDate day) {
        List<FundFlowBill.Row> rows = new ArrayList<>();
        long balance = 0;
        for (Movement each : movements.stream()
                .filter(movement -> BeijingTime.day(movement.time()).equals(day))
                .sorted(Comparator.comparing(Movement::time))
                .toList()) {
            balance += each.amount();
            rows.add(new FundFlowBill.Row(
                    BeijingTime.spaced(each.time()),
                    each.businessId(),
                    "F" + each.businessId(),
                    each.kind(),
                    each.amount(),
                    balance,
                    each.voucher()));
        }
        return rows;
    }

    private void add(Payment payment) {
        payment.receipt()
                .ifPresent(receipt -> movements.add(new Movement(
                        receipt.time(),
                        receipt.transactionId(),
                        "交易",
                        payment.order().total(),
                        payment.order().outTradeNo())));
    }

    private void add(Refund refund) {
        if (refund.state().holdsMoney()) {
            movements.add(new Movement(
                    refund.created(),
                    refund.refundId(),
                    "退款",
                    -refund.request().amount(),
                    refund.request().outRefundNo()));
        }
    }

    private void add(Transfer transfer) {
        movements.add(new Movement(transfer.updated(), transfer.id(), "商家转账", -transfer.amount(), transfer.key()));
    }

    private void add(RedPacket packet) {
        if (packet.holdsMoney()) {
            movements.add(new Movement(packet.created(), packet.id(), "现金红包扣款", -packet.amount(), packet.key()));
        }
        packet.returned()
                .ifPresent(
                        time -> movements.add(new Movement(time, packet.id(), "现金红包退款", packet.rest(), packet.key())));
    }

    private void add(SharingOrder order) {
        for (Share share : order.shares()) {
            if (!share.own() && share.result() == Share.Result.SUCCESS) {
                movements.add(new Movement(
                        share.finished().orElseThrow(), order.orderId(), "分账", -share.amount(), order.number()));
            }
        }
    }

    private void add(SharingReturn back) {
        if (back.result() == SharingReturn.Result.SUCCESS) {
            movements.add(
                    new Movement(back.finished().orElseThrow(), back.returnId(), "分账回退", back.amount(), back.number()));
        }
    }
}

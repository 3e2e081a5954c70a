package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.products.Share;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingOrder;
import io.github.wxpaycodegen.simulator.internal.products.SharingReturn;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rows of a profit-sharing bill of stored orders: shares that arrived on a day, and successful returns. */
final class SharingRows {
    private static final String SUCCESS = "成功";

    private SharingRows() {}

    /** Returns the rows of a day. */
    static List<ProfitSharingBill.Row> of(SharingLedger ledger, LocalDate day) {
        List<ProfitSharingBill.Row> rows = new ArrayList<>();
        for (SharingOrder order : ledger.orders()) {
            for (Share share : order.shares()) {
                share.finished()
                        .filter(time -> share.result() == Share.Result.SUCCESS
                                && BeijingTime.day(time).equals(day))
                        .map(time -> row(order, share, time))
                        .ifPresent(rows::add);
            }
        }
        for (SharingReturn back : ledger.returns()) {
            back.finished()
                    .filter(time -> back.result() == SharingReturn.Result.SUCCESS
                            && BeijingTime.day(time).equals(day))
                    .map(time -> row(back, time))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private static ProfitSharingBill.Row row(SharingOrder order, Share share, Instant time) {
        Payment payment = order.payment();
        return new ProfitSharingBill.Row(
                BeijingTime.spaced(time),
                payment.order().subMchid(),
                payment.receipt().orElseThrow().transactionId(),
                order.orderId(),
                share.detailId(),
                order.number(),
                payment.order().total(),
                share.account(),
                share.amount(),
                false,
                SUCCESS,
                share.description());
    }

    private static ProfitSharingBill.Row row(SharingReturn back, Instant time) {
        Payment payment = back.order().payment();
        return new ProfitSharingBill.Row(
                BeijingTime.spaced(time),
                payment.order().subMchid(),
                payment.receipt().orElseThrow().transactionId(),
                back.returnId(),
                "",
                back.number(),
                payment.order().total(),
                back.account(),
                back.amount(),
                true,
                SUCCESS,
                back.text("description"));
    }
}

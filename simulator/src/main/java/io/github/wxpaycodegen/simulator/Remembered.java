package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.StoredBills;
import io.github.wxpaycodegen.simulator.internal.endpoints.ApplymentEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.BusifavorEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.CombinedEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.ComplaintEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.ContractEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.CouponEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.MicroApplymentEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.PayScoreEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.PayoutEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.ProfitSharingEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.RedPacketEndpoints;
import io.github.wxpaycodegen.simulator.internal.endpoints.TransferEndpoints;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDispatcher;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDraft;
import io.github.wxpaycodegen.simulator.internal.notices.OrderNotices;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceLedger;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.ApplymentLedger;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorLedger;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorNotices;
import io.github.wxpaycodegen.simulator.internal.products.CombinedLedger;
import io.github.wxpaycodegen.simulator.internal.products.CombinedNotices;
import io.github.wxpaycodegen.simulator.internal.products.ComplaintLedger;
import io.github.wxpaycodegen.simulator.internal.products.ComplaintNotices;
import io.github.wxpaycodegen.simulator.internal.products.ContractLedger;
import io.github.wxpaycodegen.simulator.internal.products.ContractNotices;
import io.github.wxpaycodegen.simulator.internal.products.CouponLedger;
import io.github.wxpaycodegen.simulator.internal.products.CouponNotices;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreLedger;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreNotices;
import io.github.wxpaycodegen.simulator.internal.products.PayoutLedger;
import io.github.wxpaycodegen.simulator.internal.products.RedPacketLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingNotices;
import io.github.wxpaycodegen.simulator.internal.products.TransferLedger;
import io.github.wxpaycodegen.simulator.internal.products.TransferNotices;
import io.github.wxpaycodegen.simulator.internal.v2.V2Algorithm;
import io.github.wxpaycodegen.simulator.internal.v2.V2Deposits;
import io.github.wxpaycodegen.simulator.internal.v2.V2Payments;
import io.github.wxpaycodegen.simulator.internal.v2.V2ServiceOrders;
import io.github.wxpaycodegen.simulator.internal.v3.V3Payments;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of a simulator: for each family of products its ledger, its operations, and the actions of its users. */
final class Remembered {
    private final StatefulOperations operations = new StatefulOperations();
    private final Ledger ledger;
    private final SharingLedger sharingLedger;
    private final Orders orders;
    private final Rentals rentals;
    private final CombinedOrders combinedOrders;
    private final Contracts contracts;
    private final ProfitSharing profitSharing;
    private final TransferLedger transferLedger;
    private final PayoutLedger payoutLedger;
    private final Transfers transfers;
    private final RedPacketLedger redPacketLedger;
    private final RedPackets redPackets;
    private final PayScore payScore;
    private final Coupons coupons;
    private final MerchantCoupons merchantCoupons;
    private final Complaints complaints;
    private final Applyments applyments;

    private Remembered(Clock clock, String mchid, NoticeDispatcher dispatcher) {
        Numbers numbers = new Numbers();
        Announcer announcer = (url, protocol, specId, fields) -> {
            if (!url.isEmpty()) {
                NoticeDraft notice = NoticeDraft.exactly(protocol, specId, fields);
                dispatcher.dispatch(
                        url,
                        V2Algorithm.named(fields.getOrDefault("sign_type", ""))
                                .map(notice::withAlgorithm)
                                .orElse(notice));
            }
        };
        RefundRelay relay = new RefundRelay(new OrderNotices(dispatcher));
        ledger = new Ledger(clock, numbers, relay);
        new V3Payments(ledger).addTo(operations);
        V2Payments v2Payments = new V2Payments(ledger);
        v2Payments.addTo(operations);
        new V2Deposits(ledger, v2Payments).addTo(operations);

        ServiceLedger serviceLedger = new ServiceLedger(clock, numbers);
        rentals = new Rentals(serviceLedger, dispatcher);
        new V2ServiceOrders(serviceLedger).addTo(operations);

        SharingNotices sharingNotices = new SharingNotices(announcer, mchid);
        sharingLedger = new SharingLedger(ledger, clock, numbers, mchid, sharingNotices);
        profitSharing = new ProfitSharing(sharingLedger, sharingNotices);
        new ProfitSharingEndpoints(sharingLedger).addTo(operations);

        CombinedLedger combinedLedger = new CombinedLedger(ledger, clock, numbers, new CombinedNotices(announcer));
        combinedOrders = new CombinedOrders(combinedLedger);
        new CombinedEndpoints(combinedLedger).addTo(operations);

        ContractLedger contractLedger =
                new ContractLedger(ledger, clock, numbers, new ContractNotices(announcer, mchid));
        contracts = new Contracts(contractLedger);
        orders = new Orders(ledger, contractLedger::paid);
        new ContractEndpoints(contractLedger, v2Payments, mchid).addTo(operations);

        transferLedger = new TransferLedger(clock, numbers, new TransferNotices(announcer, mchid));
        payoutLedger = new PayoutLedger(clock, numbers);
        transfers = new Transfers(transferLedger, payoutLedger);
        new TransferEndpoints(transferLedger, mchid).addTo(operations);
        new PayoutEndpoints(payoutLedger, mchid).addTo(operations);

        redPacketLedger = new RedPacketLedger(clock, numbers);
        redPackets = new RedPackets(redPacketLedger);
        new RedPacketEndpoints(redPacketLedger).addTo(operations);

        PayScoreLedger payScoreLedger =
                new PayScoreLedger(ledger, clock, numbers, mchid, new PayScoreNotices(announcer, mchid));
        payScore = new PayScore(payScoreLedger);
        new PayScoreEndpoints(payScoreLedger, mchid).addTo(operations);

        CouponLedger couponLedger = new CouponLedger(clock, numbers, new CouponNotices(announcer, mchid));
        coupons = new Coupons(ledger, couponLedger);
        new CouponEndpoints(couponLedger, mchid, clock).addTo(operations);

        BusifavorLedger busifavorLedger = new BusifavorLedger(clock, numbers, new BusifavorNotices(announcer, mchid));
        merchantCoupons = new MerchantCoupons(busifavorLedger);
        new BusifavorEndpoints(busifavorLedger, mchid, clock).addTo(operations);

        ComplaintLedger complaintLedger = new ComplaintLedger(ledger, clock, numbers, new ComplaintNotices(announcer));
        relay.complaints = complaintLedger;
        complaints = new Complaints(ledger, complaintLedger);
        new ComplaintEndpoints(complaintLedger, mchid).addTo(operations);

        ApplymentLedger applymentLedger = new ApplymentLedger(clock, numbers);
        applyments = new Applyments(applymentLedger);
        new ApplymentEndpoints(applymentLedger).addTo(operations);
        new MicroApplymentEndpoints(applymentLedger).addTo(operations);
    }

    /** Passes refunds on to the complaints about their payments, too. Their ledger needs that of the orders first. */
    private static final class RefundRelay implements Ledger.Listener {
        private final OrderNotices notices;
        private @Nullable ComplaintLedger complaints;

        RefundRelay(OrderNotices notices) {
            this.notices = notices;
        }

        @Override
        public void paid(Payment payment) {
            notices.paid(payment);
        }

        @Override
        public void settled(Refund refund) {
            notices.settled(refund);
            if (complaints != null) {
                complaints.refunded(refund);
            }
        }
    }

    /** Returns a memory without anything in it. */
    static Remembered nothing(Clock clock, String mchid, NoticeDispatcher dispatcher) {
        return new Remembered(clock, mchid, dispatcher);
    }

    /**
     * Does what the passing of time does on its own: transfers that nobody confirmed fail, with a notification, and
     * deposits that were not consumed are returned.
     */
    void timeMoved() {
        ledger.returnOverdueDeposits();
        transferLedger.closeOverdue();
    }

    /** Forgets everything. */
    void reset() {
        orders.reset();
        rentals.reset();
        combinedOrders.reset();
        profitSharing.reset();
        transfers.reset();
        redPackets.reset();
        contracts.reset();
        payScore.reset();
        coupons.reset();
        merchantCoupons.reset();
        complaints.reset();
        applyments.reset();
    }

    /** Returns the operations on what is remembered. */
    StatefulOperations operations() {
        return operations;
    }

    /** Returns the bills of what is remembered. */
    BillFiles bills(String mchid) {
        return new BillFiles(
                mchid,
                Optional.of(new StoredBills(ledger, sharingLedger, transferLedger, payoutLedger, redPacketLedger)));
    }

    Orders orders() {
        return orders;
    }

    Rentals rentals() {
        return rentals;
    }

    ProfitSharing profitSharing() {
        return profitSharing;
    }

    CombinedOrders combinedOrders() {
        return combinedOrders;
    }

    Contracts contracts() {
        return contracts;
    }

    Transfers transfers() {
        return transfers;
    }

    RedPackets redPackets() {
        return redPackets;
    }

    PayScore payScore() {
        return payScore;
    }

    Coupons coupons() {
        return coupons;
    }

    MerchantCoupons merchantCoupons() {
        return merchantCoupons;
    }

    Complaints complaints() {
        return complaints;
    }

    Applyments applyments() {
        return applyments;
    }
}

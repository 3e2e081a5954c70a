package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket;
import io.github.wxpaycodegen.simulator.internal.products.RedPacketLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * The merchant's red packets (现金红包): what the users and the gateway do. Returned by {@link Simulator#redPackets()}.
 *
 * <p>A red packet is identified by its {@code mch_billno}. Users have 24 hours to receive it ({@link
 * Simulator#advance}); then its money is returned. There are no notifications: the merchant queries the state. An action
 * on a red packet that does not exist, or whose state does not allow it, throws {@link IllegalStateException}.
 */
public final class RedPackets {
    private final RedPacketLedger ledger;

    RedPackets(RedPacketLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Receives a red packet as its user: {@code RECEIVED}. Of one for several users ({@code sendgroupredpack}), each call
     * receives the next part, and the last one makes it {@code RECEIVED}.
     */
    public void receive(String mchBillno) {
        DirectActions.perform(mchBillno, () -> ledger.receive(mchBillno));
    }

    /** Returns what nobody has received, as if 24 hours had passed: {@code REFUND}; {@code RFUND_ING} if held. */
    public void expire(String mchBillno) {
        DirectActions.perform(mchBillno, () -> ledger.expire(mchBillno));
    }

    /**
     * Keeps red packets that are sent from now on {@code SENDING}, with the error {@code PROCESSING}, and those whose
     * money is returned {@code RFUND_ING}, until they are settled here.
     */
    public void hold() {
        ledger.hold();
    }

    /** Completes what {@link #hold} keeps: {@code SENT}, or {@code REFUND}. */
    public void settle(String mchBillno) {
        DirectActions.perform(mchBillno, () -> ledger.settle(mchBillno));
    }

    /**
     * Fails a red packet that is {@code SENDING}: {@code FAILED}. The same request again is answered by {@code
     * SEND_FAILED}.
     *
     * @param reason the text of the query's {@code reason}
     */
    public void fail(String mchBillno, String reason) {
        Arguments.required(reason, "reason");
        DirectActions.perform(mchBillno, () -> ledger.fail(mchBillno, reason));
    }

    /** Returns the state of a red packet as a query returns it: {@code SENT}, {@code RECEIVED}, {@code REFUND}. */
    public String state(String mchBillno) {
        return DirectActions.perform(mchBillno, () -> ledger.packet(mchBillno))
                .state()
                .name();
    }

    /** Returns all red packets, oldest first. */
    public List<ProductSnapshot> list() {
        return ledger.packets().stream()
                .map(packet -> new ProductSnapshot(
                        packet.key(),
                        packet.state().name(),
                        packet.text("act_name"),
                        OptionalLong.of(packet.amount()),
                        packet.created(),
                        Transition.allowed(RedPacket.Change.values(), packet.state())))
                .toList();
    }

    void reset() {
        ledger.clear();
    }
}

package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A red packet (现金红包) that the merchant sent to a user; a snapshot.
 *
 * @param key the merchant's {@code mch_billno}
 * @param request the fields that make it the same red packet when they are sent again
 * @param id the gateway's number
 * @param created when it was sent
 * @param failReason empty unless it failed
 * @param receipts who received which part of it, oldest first
 * @param returned when the gateway returned what nobody received; empty unless it did
 */
public record RedPacket(
        String key,
        Map<String, String> request,
        Kind kind,
        String id,
        Instant created,
        State state,
        String failReason,
        List<Receipt> receipts,
        Optional<Instant> returned)
        implements Register.Entry {
    /** The kind of a red packet. */
    public enum Kind {
        /** For one user, by a message of an official account or in a mini program. */
        NORMAL,
        /** For several users: the first one shares it. */
        GROUP,
        /** For one user of a WeCom corporation. */
        WORK
    }

    /** The state of a red packet, named as on the wire. */
    public enum State {
        SENDING,
        SENT,
        FAILED,
        RECEIVED,
        RFUND_ING,
        REFUND;

        private static final Set<State> FINAL = Set.of(FAILED, RECEIVED, REFUND);
    }

    /** An action of the user or of the gateway. */
    public enum Change implements Transition<State> {
        RECEIVE,
        EXPIRE,
        SETTLE,
        FAIL;

        @Override
        public Set<State> from() {
            return switch (this) {
                case RECEIVE, EXPIRE -> Set.of(State.SENT);
                case SETTLE -> Set.of(State.SENDING, State.RFUND_ING);
                case FAIL -> Set.of(State.SENDING);
            };
        }
    }

    /** A part that a user received; {@code amount} is in fen. */
    public record Receipt(String openid, long amount, Instant time) {}

    public RedPacket {
        request = Map.copyOf(request);
        receipts = List.copyOf(receipts);
    }

    @Override
    public boolean isFinished() {
        return State.FINAL.contains(state);
    }

    /** Returns the user to whom it was sent. */
    public String openid() {
        return text("re_openid");
    }

    /** Returns the amount of all its parts in fen. */
    public long amount() {
        return Long.parseLong(text("total_amount"));
    }

    /** Returns the number of users who can receive a part of it. */
    public long users() {
        String users = text("total_num");
        return users.isEmpty() ? 1 : Long.parseLong(users);
    }

    /** Returns the amount that nobody has received, in fen. */
    public long rest() {
        return amount() - receipts.stream().mapToLong(Receipt::amount).sum();
    }

    /** Returns true if its money has left the merchant's account, for good or for now. */
    public boolean holdsMoney() {
        return state != State.SENDING && state != State.FAILED;
    }

    RedPacket with(State next) {
        return new RedPacket(key, request, kind, id, created, next, failReason, receipts, returned);
    }

    RedPacket failed(String reason) {
        return new RedPacket(key, request, kind, id, created, State.FAILED, reason, receipts, returned);
    }

    RedPacket received(Receipt part) {
        List<Receipt> all = new ArrayList<>(receipts);
        all.add(part);
        State next = all.size() == users() ? State.RECEIVED : state;
        return new RedPacket(key, request, kind, id, created, next, failReason, all, returned);
    }

    RedPacket returned(Instant now) {
        return new RedPacket(key, request, kind, id, created, State.REFUND, failReason, receipts, Optional.of(now));
    }
}

package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A contract by which the user lets the merchant deduct money; a snapshot.
 *
 * @param key the sub-merchant, the plan and the merchant's number
 * @param protocol of the request, and so of notifications
 * @param contractId the gateway's number
 * @param signed empty until the user has signed it
 * @param termination empty until it is terminated
 */
public record Contract(
        String key,
        Map<String, String> request,
        Protocol protocol,
        String contractId,
        Instant created,
        Optional<Instant> signed,
        Optional<Termination> termination)
        implements Register.Entry {
    /** The state of a contract. */
    public enum State {
        OFFERED,
        SIGNED,
        TERMINATED
    }

    /** An action of the user; the merchant terminates contracts, too. */
    public enum Change implements Transition<State> {
        SIGN,
        TERMINATE;

        @Override
        public Set<State> from() {
            return switch (this) {
                case SIGN -> Set.of(State.OFFERED);
                case TERMINATE -> Set.of(State.SIGNED);
            };
        }
    }

    /** The end of a contract. */
    public record Termination(boolean byUser, String remark, Instant time) {}

    public Contract {
        request = Map.copyOf(request);
    }

    @Override
    public boolean isFinished() {
        return termination.isPresent();
    }

    /** Returns the merchant's number. */
    public String code() {
        return either("out_contract_code", "contract_code");
    }

    /** Returns the sub-merchant; an empty text for the merchant's own contracts. */
    public String subMchid() {
        return either("sub_mchid", "sub_mch_id");
    }

    /** Returns the user who signs; a sample if the request names none. */
    public String openid() {
        String given = either("openid", "sp_openid");
        return given.isEmpty() ? "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" : given;
    }

    /** Returns the state. */
    public State state() {
        if (signed.isEmpty()) {
            return State.OFFERED;
        }
        return termination.isEmpty() ? State.SIGNED : State.TERMINATED;
    }

    /** Returns true if money can be deducted. */
    public boolean isActive() {
        return state() == State.SIGNED;
    }

    private String either(String first, String second) {
        String value = text(first);
        return value.isEmpty() ? text(second) : value;
    }

    Contract signed(Instant now) {
        return new Contract(key, request, protocol, contractId, created, Optional.of(now), termination);
    }

    Contract terminated(Termination end) {
        return new Contract(key, request, protocol, contractId, created, signed, Optional.of(end));
    }
}

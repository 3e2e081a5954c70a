package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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

    /** Returns true if money can be deducted. */
    public boolean isActive() {
        return signed.isPresent() && termination.isEmpty();
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

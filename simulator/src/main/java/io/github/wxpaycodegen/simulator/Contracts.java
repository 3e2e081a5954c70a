package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.Contract;
import io.github.wxpaycodegen.simulator.internal.products.ContractLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * Actions of users on contracts for deductions (委托代扣). Returned by {@link Simulator#contracts()}.
 *
 * <p>A contract is identified by the merchant's number, {@code out_contract_code} or in v2 {@code contract_code}. It
 * exists for queries once the user has signed it. A deduction is an order that is paid at once, unless {@link #hold}
 * was called; it is refunded as any other order. An action on a contract that does not exist, or whose state does not
 * allow it, throws {@link IllegalStateException}.
 */
public final class Contracts {
    private final ContractLedger ledger;

    Contracts(ContractLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Signs a contract that a request has offered, with a notification.
     *
     * @return the {@code contract_id}
     */
    public String sign(String outContractCode) {
        return DirectActions.perform(outContractCode, () -> ledger.sign(outContractCode))
                .contractId();
    }

    /**
     * Terminates a contract as the user, with a notification.
     *
     * @param remark the {@code contract_termination_remark}
     */
    public void terminate(String outContractCode, String remark) {
        Arguments.required(remark, "remark");
        DirectActions.perform(
                outContractCode, () -> ledger.terminate(ledger.contractByCode(outContractCode), true, remark));
    }

    /** Returns true if a contract was signed and not terminated. */
    public boolean isSigned(String outContractCode) {
        return DirectActions.perform(outContractCode, () -> ledger.contractByCode(outContractCode))
                .isActive();
    }

    /**
     * Keeps deductions that are accepted from now on unpaid until {@link Orders#pay} or {@link Orders#failPayment} is
     * called. Otherwise a deduction is paid as soon as it is requested.
     */
    public void hold() {
        ledger.hold();
    }

    /** Returns all contracts, oldest first: {@code OFFERED}, {@code SIGNED} or {@code TERMINATED}. */
    public List<ProductSnapshot> list() {
        return ledger.contracts().stream()
                .map(contract -> new ProductSnapshot(
                        contract.code(),
                        contract.state().name(),
                        contract.text("contract_display_account"),
                        OptionalLong.empty(),
                        contract.created(),
                        Transition.allowed(Contract.Change.values(), contract.state())))
                .toList();
    }

    void reset() {
        ledger.clear();
    }
}

package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contracts of the merchant, in memory, and the deductions by them. Deductions are payments in the {@link Ledger}.
 */
public final class ContractLedger {
    /** Listener that is notified of contracts that were signed or terminated. It must not block. */
    public interface Listener {
        void signed(Contract contract);

        void terminated(Contract contract, Contract.Termination termination);
    }

    private final Ledger ledger;
    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Register<Contract> contracts = new Register<>(Problem.NO_CONTRACT, Problem.CONTRACT_EXISTS);
    private boolean held;

    /** Creates an empty ledger. */
    public ContractLedger(Ledger ledger, Clock clock, Numbers numbers, Listener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Keeps later deductions unpaid until the order is paid; otherwise they are paid at once. */
    public synchronized void hold() {
        held = true;
    }

    /** Removes all contracts. Later deductions are paid at once. */
    public synchronized void clear() {
        contracts.clear();
        held = false;
    }

    /** Returns the key of a contract. */
    private static String key(String subMchid, String planId, String code) {
        return Register.key(subMchid, planId + "/" + code);
    }

    /**
     * Offers a contract to the user. An offer that has not been signed is replaced.
     *
     * @throws ProblemException if the number was used by a contract that was signed
     */
    public synchronized Contract offer(
            Protocol protocol, String subMchid, String planId, String code, Map<String, String> request)
            throws ProblemException {
        String key = key(subMchid, planId, code);
        if (contracts.all().stream()
                .anyMatch(each -> each.key().equals(key) && each.signed().isPresent())) {
            throw new ProblemException(Problem.CONTRACT_EXISTS);
        }
        Instant now = clock.instant();
        String id = numbers.contractId(now);
        return contracts.keep(new Contract(key, request, protocol, id, now, Optional.empty(), Optional.empty()));
    }

    /** Signs the first contract with a number that has been offered. */
    public synchronized Contract sign(String code) throws ProblemException {
        return signed(contracts.first(
                each -> each.code().equals(code) && Contract.Change.SIGN.from().contains(each.state())));
    }

    /**
     * Signs the contract that was offered together with an order ({@code contractorder}): the user agrees to both by
     * paying. Does nothing if the order offered none, or if it has been signed.
     */
    public synchronized void paid(Order order) {
        contracts.all().stream()
                .filter(each -> each.signed().isEmpty()
                        && each.protocol() == order.protocol()
                        && each.subMchid().equals(order.subMchid())
                        && order.field("out_trade_no")
                                .equals(Optional.ofNullable(each.request().get("out_trade_no"))))
                .findFirst()
                .ifPresent(this::signed);
    }

    private Contract signed(Contract offered) {
        Contract signed = contracts.keep(offered.signed(clock.instant()));
        listener.signed(signed);
        return signed;
    }

    /**
     * Returns a contract that was signed.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Contract contract(String subMchid, String planId, String code) throws ProblemException {
        String key = key(subMchid, planId, code);
        return contracts.first(each -> each.key().equals(key) && each.signed().isPresent());
    }

    /**
     * Returns a contract of a sub-merchant that was signed, by its {@code contract_id}.
     *
     * @throws ProblemException if the sub-merchant has none
     */
    public synchronized Contract contractById(String subMchid, String contractId) throws ProblemException {
        return contracts.first(each -> each.contractId().equals(contractId)
                && each.subMchid().equals(subMchid)
                && each.signed().isPresent());
    }

    /**
     * Returns the first contract with a number that was signed, whatever its plan and sub-merchant.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Contract contractByCode(String code) throws ProblemException {
        return contracts.first(each -> each.code().equals(code) && each.signed().isPresent());
    }

    /** Returns all contracts, signed or only offered, oldest first. */
    public synchronized List<Contract> contracts() {
        return contracts.all();
    }

    /** Terminates a contract. */
    public synchronized Contract terminate(Contract contract, boolean byUser, String remark) throws ProblemException {
        Contract current = contracts.find(contract.key());
        Contract.Change.TERMINATE.require(current.state(), Problem.CONTRACT_TERMINATED);
        Contract.Termination end = new Contract.Termination(byUser, remark, clock.instant());
        Contract terminated = contracts.keep(current.terminated(end));
        listener.terminated(terminated, end);
        return terminated;
    }

    /**
     * Deducts money by a contract, which must be one of the same sub-merchant.
     *
     * @param order an order of the trade type {@code PAP}
     */
    public synchronized Payment deduct(String contractId, Order order) throws ProblemException {
        Contract contract = contractById(order.subMchid(), contractId);
        if (!contract.isActive()) {
            throw new ProblemException(Problem.NO_CONTRACT);
        }
        return deduct(order);
    }

    /** Deducts money by an agreement that is not remembered. */
    public synchronized Payment deduct(Order order) throws ProblemException {
        Payment payment = ledger.create(order);
        return held ? payment : ledger.pay(payment);
    }
}

package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.Applyment;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Change;
import io.github.wxpaycodegen.simulator.internal.products.ApplymentLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * Decisions on applications of sub-merchants (特约商户进件) and of micro merchants in v2 (小微商户), and what the merchants
 * do. Returned by {@link Simulator#applyments()}.
 *
 * <p>An application is identified by its {@code business_code}, the upgrade of a micro merchant by its {@code
 * sub_mch_id}. The gateway sends no notification of it: the service provider queries its state. A query of v2 names the
 * states differently: for example, it returns {@code FINISH} for {@code FINISHED} and {@code FROZEN} for {@code CANCELED}.
 * An action on an application that does not exist, or whose state does not allow it, throws {@link IllegalStateException}.
 */
public final class Applyments {
    private final ApplymentLedger ledger;

    Applyments(ApplymentLedger ledger) {
        this.ledger = ledger;
    }

    /** Asks for a confirmation of the settlement account during the audit: {@code TO_BE_CONFIRMED}. */
    public void askForConfirmation(String businessCode) {
        DirectActions.perform(businessCode, () -> ledger.change(businessCode, Change.ASK_FOR_CONFIRMATION));
    }

    /** Ends the audit with an approval: {@code TO_BE_SIGNED}. */
    public void approve(String businessCode) {
        DirectActions.perform(businessCode, () -> ledger.change(businessCode, Change.APPROVE));
    }

    /**
     * Ends the audit with a rejection: {@code REJECTED}. The service provider can submit it again under the same {@code
     * business_code}.
     *
     * @param field the rejected field on the wire, such as {@code id_card_copy}
     */
    public void reject(String businessCode, String field, String reason) {
        Arguments.required(field, "field");
        Arguments.required(reason, "reason");
        DirectActions.perform(businessCode, () -> ledger.reject(businessCode, new Applyment.Finding(field, reason)));
    }

    /** Signs an approved application, as the sub-merchant does: {@code SIGNING}. */
    public void sign(String businessCode) {
        DirectActions.perform(businessCode, () -> ledger.change(businessCode, Change.SIGN));
    }

    /**
     * Opens the account after the signature: {@code FINISHED}.
     *
     * @return the {@code sub_mchid}
     */
    public String finish(String businessCode) {
        return DirectActions.perform(businessCode, () -> ledger.change(businessCode, Change.FINISH))
                .subMchid();
    }

    /** Cancels an application that is not finished: {@code CANCELED}. */
    public void cancel(String businessCode) {
        DirectActions.perform(businessCode, () -> ledger.change(businessCode, Change.CANCEL));
    }

    /** Returns the state without its prefix: {@code AUDITING}, {@code FINISHED}. */
    public String state(String businessCode) {
        return DirectActions.perform(businessCode, () -> ledger.applyment(businessCode))
                .state()
                .name();
    }

    /** Returns all applications, oldest first, with the states of {@link #state}. */
    public List<ProductSnapshot> list() {
        return ledger.applyments().stream()
                .map(applyment -> new ProductSnapshot(
                        applyment.key(),
                        applyment.state().name(),
                        applyment.title(),
                        OptionalLong.empty(),
                        applyment.created(),
                        Transition.allowed(Change.values(), applyment.state())))
                .toList();
    }

    void reset() {
        ledger.clear();
    }
}

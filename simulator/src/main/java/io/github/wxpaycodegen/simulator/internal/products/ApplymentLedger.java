package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Change;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Finding;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Kind;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications of sub-merchants and micro merchants, in memory, and the rules for changing their states. */
public final class ApplymentLedger {
    private final Clock clock;
    private final Numbers numbers;
    private final Register<Applyment> applyments = new Register<>(Problem.NO_APPLYMENT, Problem.APPLYMENT_PROCESSING);

    /** Creates an empty ledger. */
    public ApplymentLedger(Clock clock, Numbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Removes all applications. */
    public synchronized void clear() {
        applyments.clear();
    }

    /**
     * Submits an application. One that was rejected is replaced.
     *
     * @param key the {@code business_code}; of an upgrade, the {@code sub_mch_id}
     * @throws ProblemException if the key is that of an application which was not rejected
     */
    public synchronized Applyment submit(Kind kind, String key, Map<String, String> request) throws ProblemException {
        Optional<Applyment> earlier =
                applyments.all().stream().filter(each -> each.key().equals(key)).findFirst();
        if (earlier.isEmpty()) {
            return applyments.keep(new Applyment(
                    key,
                    kind,
                    request,
                    numbers.applymentId(),
                    clock.instant(),
                    State.AUDITING,
                    kind == Kind.UPGRADE ? key : numbers.subMchid(),
                    List.of()));
        }
        if (earlier.get().kind() == kind && earlier.get().state() == State.REJECTED) {
            return applyments.keep(earlier.get().resubmitted(request));
        }
        if (earlier.get().isRepeatedBy(kind, request)) {
            return earlier.get();
        }
        throw new ProblemException(Problem.APPLYMENT_PROCESSING);
    }

    /** Changes fields of the micro merchant with a {@code sub_mch_id}. It may be older than this ledger. */
    public synchronized void modify(String subMchid, Map<String, String> changes) {
        applyments.all().stream()
                .filter(each -> each.kind() == Kind.MICRO && each.subMchid().equals(subMchid))
                .forEach(each -> applyments.keep(each.modified(changes)));
    }

    /**
     * Returns the application with a {@code business_code}, or the upgrade with a {@code sub_mch_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Applyment applyment(String key) throws ProblemException {
        return applyments.find(key);
    }

    /**
     * Returns the application of a kind by its key.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Applyment applyment(Kind kind, String key) throws ProblemException {
        return applyments.first(each -> each.kind() == kind && each.key().equals(key));
    }

    /**
     * Returns the application of a kind with an {@code applyment_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Applyment applymentById(Kind kind, String id) throws ProblemException {
        return applyments.first(
                each -> each.kind() == kind && Long.toString(each.id()).equals(id));
    }

    /** Returns all applications, oldest first. */
    public synchronized List<Applyment> applyments() {
        return applyments.all();
    }

    /** Rejects an application, which can be submitted again. */
    public synchronized Applyment reject(String businessCode, Finding finding) throws ProblemException {
        return change(businessCode, Change.REJECT, List.of(finding));
    }

    /** Changes an application in a way that needs no finding. */
    public synchronized Applyment change(String businessCode, Change change) throws ProblemException {
        return change(businessCode, change, List.of());
    }

    private Applyment change(String businessCode, Change change, List<Finding> findings) throws ProblemException {
        Applyment current = applyment(businessCode);
        change.require(current.state(), Problem.APPLYMENT_STATE);
        return applyments.keep(current.with(change.to(), findings));
    }
}

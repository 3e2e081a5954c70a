package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Change;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.Finding;
import io.github.wxpaycodegen.simulator.internal.products.Applyment.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications of sub-merchants, in memory, and the rules for changing their states. */
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
     * @throws ProblemException if the {@code business_code} is that of an application which was not rejected
     */
    public synchronized Applyment submit(Map<String, String> request) throws ProblemException {
        String code = request.getOrDefault("business_code", "");
        Optional<Applyment> earlier = applyments.all().stream()
                .filter(each -> each.key().equals(code))
                .findFirst();
        if (earlier.isEmpty()) {
            return applyments.keep(new Applyment(
                    code,
                    request,
                    numbers.applymentId(),
                    clock.instant(),
                    State.AUDITING,
                    numbers.subMchid(),
                    List.of()));
        }
        if (earlier.get().state() != State.REJECTED) {
            throw new ProblemException(Problem.APPLYMENT_PROCESSING);
        }
        return applyments.keep(earlier.get().resubmitted(request));
    }

    /**
     * Returns the application with a {@code business_code}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Applyment applyment(String businessCode) throws ProblemException {
        return applyments.find(businessCode);
    }

    /**
     * Returns the application with an {@code applyment_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Applyment applymentById(String id) throws ProblemException {
        return applyments.first(each -> Long.toString(each.id()).equals(id));
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

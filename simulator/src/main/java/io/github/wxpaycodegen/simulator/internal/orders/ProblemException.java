package io.github.wxpaycodegen.simulator.internal.orders;

/** What is remembered does not allow what was asked for, or not yet. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.description());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package io.github.wxpaycodegen.simulator.internal.orders;

/** The stored orders do not allow a call, or not yet. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Creates the exception of a problem. */
    public ProblemException(Problem problem) {
        super(problem.description());
        this.problem = problem;
    }

    /** Returns the reason. */
    public Problem problem() {
        return problem;
    }
}

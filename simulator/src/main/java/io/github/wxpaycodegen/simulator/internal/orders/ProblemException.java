package io.github.wxpaycodegen.simulator.internal.orders;

/** Exception for a call that the stored orders do not allow, or do not allow yet. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Creates the exception for a problem. */
    public ProblemException(Problem problem) {
        super(problem.description());
        this.problem = problem;
    }

    /** Returns the reason. */
    public Problem problem() {
        return problem;
    }
}

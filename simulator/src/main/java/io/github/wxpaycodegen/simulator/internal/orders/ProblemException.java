package io.github.wxpaycodegen.simulator.internal.orders;

/** Exception for a call that the stored orders do not allow, or do not allow yet. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String description;

    /** Creates the exception for a problem. */
    public ProblemException(Problem problem) {
        this(problem, problem.description());
    }

    /**
     * Creates the exception for a problem with fields of a v3 request.
     *
     * @param description the message of the response, which names the fields
     */
    public ProblemException(Problem problem, String description) {
        super(description);
        this.problem = problem;
        this.description = description;
    }

    /** Returns the reason. */
    public Problem problem() {
        return problem;
    }

    /** Returns the message of a v3 response. */
    public String description() {
        return description;
    }
}

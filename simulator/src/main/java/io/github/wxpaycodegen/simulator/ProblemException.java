package io.github.wxpaycodegen.simulator;

/** What is remembered does not allow what was asked for, or not yet. */
final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    ProblemException(Problem problem) {
        super(problem.description());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}

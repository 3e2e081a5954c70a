package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.call.CallReport;
import io.github.wxpaycodegen.cli.call.CallReport.Loss;

/** Statuses with which the program ends. They are part of its interface: scripts depend on them. */
final class ExitStatus {
    /** The command did what it is for, and the result is good. */
    static final int GOOD = 0;
    /** The result is negative: nothing was found, a check failed, or a call or notification was rejected. */
    static final int NEGATIVE = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** A call may or may not have taken effect. */
    static final int UNKNOWN = 3;
    /** A setting is missing or wrong, nothing could be sent, or a query has no result: repeating it is safe. */
    static final int NOT_SENT = 4;
    /** A file could not be read or written. */
    static final int FILE = 5;
    /** A defect of the program. */
    static final int DEFECT = 70;

    private ExitStatus() {}

    /**
     * Returns the status for the effect of a call. An accepted call without its file did not do what it is for, but a
     * file that is not authentic is a failed check.
     *
     * @param mayChange false for a query, which has not taken effect even if its response was lost
     */
    static int of(CallReport report, boolean mayChange) {
        return switch (report.outcome()) {
            case ACCEPTED -> report.loss() == null ? GOOD : report.loss() == Loss.NOT_AUTHENTIC ? NEGATIVE : FILE;
            case REJECTED -> NEGATIVE;
            case UNKNOWN -> mayChange ? UNKNOWN : NOT_SENT;
            case NOT_SENT -> NOT_SENT;
        };
    }
}

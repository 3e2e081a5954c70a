package io.github.wxpaycodegen.cli.command;

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
    /** A setting is missing or wrong, or nothing could be sent. */
    static final int NOT_SENT = 4;
    /** A file could not be read or written. */
    static final int FILE = 5;
    /** A defect of the program. */
    static final int DEFECT = 70;

    private ExitStatus() {}
}

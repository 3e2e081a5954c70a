package io.github.wxpaycodegen.cli.command;

/** Ends a command with a message and a status. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    CommandException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Returns an exception for a wrong command line. */
    static CommandException usage(String message) {
        return new CommandException(ExitStatus.USAGE, message);
    }

    /** Returns an exception for a file that cannot be used. */
    static CommandException file(String message) {
        return new CommandException(ExitStatus.FILE, message);
    }

    int status() {
        return status;
    }
}

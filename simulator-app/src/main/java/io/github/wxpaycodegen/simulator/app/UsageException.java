package io.github.wxpaycodegen.simulator.app;

/** An option that is unknown or has a wrong value; the message is for the user. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}

package io.github.wxpaycodegen.runtime.transport;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides whether a request is sent or given up: exactly one of the two happens. With a transport that uses the gate, a
 * call that missed its deadline can report with certainty that nothing was sent.
 */
public final class SendGate {
    private final AtomicReference<State> state = new AtomicReference<>(State.UNWATCHED);

    private enum State {
        /** No transport has promised to use the gate, so the request may be sent without passing it. */
        UNWATCHED,
        WAITING,
        SENT,
        GIVEN_UP
    }

    /** Creates the gate of one request. */
    public SendGate() {}

    /** Promises that no byte of the request is sent before {@link #pass()} has returned true. */
    public void watch() {
        state.compareAndSet(State.UNWATCHED, State.WAITING);
    }

    /** Returns true if the request may be sent now, which happens at most once; false if it was given up. */
    public boolean pass() {
        return state.compareAndSet(State.WAITING, State.SENT) || state.compareAndSet(State.UNWATCHED, State.SENT);
    }

    /** Gives the request up. Returns true if it is certain that nothing of it was sent or ever will be. */
    public boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP) || state.get() == State.GIVEN_UP;
    }

    /** Returns true if the request may have been sent. */
    public boolean isPassed() {
        return state.get() == State.SENT;
    }
}

package io.github.wxpaycodegen.runtime.transport;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides, for one request, between sending it and giving it up: exactly one of the two happens. A transport that keeps
 * the gate lets a call that missed its deadline report with certainty that nothing was sent.
 */
public final class SendGate {
    private final AtomicReference<State> state = new AtomicReference<>(State.UNWATCHED);

    private enum State {
        /** No transport has said yet that it keeps the gate, so the request may leave unnoticed. */
        UNWATCHED,
        WAITING,
        SENT,
        GIVEN_UP
    }

    /** Makes the gate of one request. */
    public SendGate() {}

    /** Promises that no byte of the request leaves before {@link #pass()} has returned true. */
    public void watch() {
        state.compareAndSet(State.UNWATCHED, State.WAITING);
    }

    /** Returns whether the request may be sent now; false if it was given up. It may be sent once. */
    public boolean pass() {
        return state.compareAndSet(State.WAITING, State.SENT) || state.compareAndSet(State.UNWATCHED, State.SENT);
    }

    /** Gives the request up, and returns whether it is certain that nothing of it was sent or ever will be. */
    public boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP) || state.get() == State.GIVEN_UP;
    }

    /** Returns whether the request may have left. */
    public boolean isPassed() {
        return state.get() == State.SENT;
    }
}

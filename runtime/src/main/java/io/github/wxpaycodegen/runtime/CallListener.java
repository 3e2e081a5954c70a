package io.github.wxpaycodegen.runtime;

/**
 * Listener that is notified of the calls of a client, to measure, trace or log them: see {@link
 * WxPayConfig.Builder#listener}. It cannot change a call. Events contain no bodies, headers or keys.
 *
 * <p>Each call has one {@link #onStart}, one {@link #onAttempt} for each request that was passed to the transport, and
 * one {@link #onEnd}, in this order and never concurrently. {@link CallAttempt#call()} and {@link CallEnd#call()}
 * return the instance that {@link #onStart} received. Events of different calls arrive concurrently, on many threads.
 *
 * <p>{@link #onStart} runs on the thread that makes the call. The others run on the thread on which the result arrives,
 * often one of the few I/O threads that all clients share. So a listener must return quickly: it must not wait for the
 * network, a lock or another call. {@link #onEnd} returns before the caller gets the result.
 *
 * <p>An exception of a listener is logged, the first time as a warning, and has no effect on the call.
 *
 * <p>The client also reports the calls that it makes itself: downloads of platform certificates and of files that
 * responses link to. A {@code download(...)} that first applies for a file is several calls: each application and each
 * fetch. Creating a URL for a browser is not a call, because nothing is sent; nor is a request that {@code build()}
 * rejects.
 */
public interface CallListener {
    /** Called when a call starts, before anything is sent. */
    default void onStart(CallInfo call) {}

    /** Called when an attempt has ended, with or without a response. Another attempt may follow if it is a v3 call. */
    default void onAttempt(CallAttempt attempt) {}

    /** Called when a call has ended. */
    default void onEnd(CallEnd end) {}
}

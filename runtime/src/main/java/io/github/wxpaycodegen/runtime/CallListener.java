package io.github.wxpaycodegen.runtime;

/**
 * Is notified of the calls of a client, to measure, trace or log them: see {@link WxPayConfig.Builder#listener}. It changes
 * nothing. Events have neither bodies nor headers nor keys.
 *
 * <p>Each call has one {@link #onStart}, an {@link #onAttempt} for each request that was handed to the transport, and one
 * {@link #onEnd}, in this order and never two at a time; {@link CallAttempt#call()} and {@link CallEnd#call()} are the very
 * object that {@link #onStart} was given. Events of different calls come at the same time, from many threads.
 *
 * <p>{@link #onStart} runs on the thread that makes the call. The others run on the thread that brings the news: often one
 * of the few I/O threads that all clients share. So a listener must return quickly: it must not wait for the network, a lock
 * or another call. It has returned from {@link #onEnd} before the caller gets the result.
 *
 * <p>What a listener throws is logged, the first time as a warning, and changes nothing for the call.
 *
 * <p>These are calls as well: the download of platform certificates, which the client makes by itself, and the fetch of a
 * file that a link leads to. A {@code download(...)} that first applies for a file is several calls: each application, and
 * each fetch. A URL for a browser is none, for nothing is sent; nor is a request that {@code build()} refuses.
 */
public interface CallListener {
    /** A call starts. Nothing has been sent. */
    default void onStart(CallInfo call) {}

    /** An attempt is over: a response came, or none will come. A v3 call may be attempted again after it. */
    default void onAttempt(CallAttempt attempt) {}

    /** A call is over. */
    default void onEnd(CallEnd end) {}
}

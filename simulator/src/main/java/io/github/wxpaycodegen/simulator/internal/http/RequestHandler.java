package io.github.wxpaycodegen.simulator.internal.http;

/** Handles the requests that the server receives; called by many threads. */
@FunctionalInterface
public interface RequestHandler {
    /** Returns the pending request for a head; called once per request, when the head has been received. */
    PendingRequest begin(RequestHead head);
}

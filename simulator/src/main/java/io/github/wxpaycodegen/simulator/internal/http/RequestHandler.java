package io.github.wxpaycodegen.simulator.internal.http;

/** Handles the requests that the server receives; called by many threads. */
@FunctionalInterface
public interface RequestHandler {
    /** Takes a request whose head has been received; called once per request. */
    PendingRequest begin(RequestHead head);
}

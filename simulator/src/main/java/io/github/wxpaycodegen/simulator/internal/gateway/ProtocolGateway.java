package io.github.wxpaycodegen.simulator.internal.gateway;

/** The part of the gateway that speaks one protocol; called by many threads. */
public interface ProtocolGateway {
    /** Validates a request and produces the response, or the scripted behavior. */
    HandledRequest handle(ReceivedRequest request, ScriptedBehavior behavior);
}

package io.github.wxpaycodegen.simulator;

/** The part of the gateway that speaks one protocol; called by many threads. */
interface ProtocolGateway {
    /** Validates a request and produces the response, or the scripted behavior. */
    HandledRequest handle(ReceivedRequest request, ScriptedBehavior behavior);
}

package io.github.wxpaycodegen.simulator.internal.notices;

import java.util.Map;
import java.util.Optional;

/** A notification that is ready for delivery. */
interface OutgoingNotice {
    /** Returns the id, by which receivers recognize repeated deliveries. */
    String id();

    /** Returns the body, the same for all attempts. */
    byte[] body();

    /** Returns the fields of the notification by path, before encryption. */
    Map<String, String> fields();

    /** Returns the headers of one attempt, signed at the current time. */
    Map<String, String> headers();

    /** Returns why the receiver did not accept the notification; empty if it did. */
    Optional<String> problem(int status, byte[] reply);

    /** Returns true if it is repeated until it is accepted. */
    default boolean isRepeated() {
        return true;
    }
}

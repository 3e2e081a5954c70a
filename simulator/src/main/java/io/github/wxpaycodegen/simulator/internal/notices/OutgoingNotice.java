package io.github.wxpaycodegen.simulator.internal.notices;

import java.util.Map;
import java.util.Optional;

/** A notification that is ready to be delivered, as often as it takes. */
interface OutgoingNotice {
    /** By which its receiver knows it again. */
    String id();

    /** The bytes that every attempt has. */
    byte[] body();

    /** The headers of one attempt: each is signed at its time. */
    Map<String, String> headers();

    /** Returns why the answer does not count as taken; empty if the receiver has taken it. */
    Optional<String> problem(int status, byte[] answer);

    /** Returns whether it is sent again until it is taken. */
    default boolean isRepeated() {
        return true;
    }
}

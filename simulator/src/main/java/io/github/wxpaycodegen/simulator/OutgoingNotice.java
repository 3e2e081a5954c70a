package io.github.wxpaycodegen.simulator;

import java.util.Map;

/** A notification that is ready to be delivered, as often as it takes. */
interface OutgoingNotice {
    /** By which its receiver knows it again. */
    String id();

    /** The bytes that every attempt has. */
    byte[] body();

    /** The headers of one attempt: each is signed at its time. */
    Map<String, String> headers();

    /** Whether the receiver has taken it. */
    boolean isAccepted(int status, byte[] answer);
}

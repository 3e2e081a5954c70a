package io.github.wxpaycodegen.simulator.internal.v3;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** The nonces of recent requests, which must not be reused. Older requests are rejected by their timestamp. */
final class UsedNonces {
    private final Duration life;
    private final Set<String> nonces = new HashSet<>();
    private final Queue<Use> byAge = new ArrayDeque<>();

    private record Use(String nonce, Instant time) {}

    /**
     * Creates an empty set.
     *
     * @param life the time for which a request can be repeated after its first use
     */
    UsedNonces(Duration life) {
        this.life = life;
    }

    /** Marks a nonce as used; returns false if it was used before. */
    synchronized boolean use(String nonce, Instant now) {
        while (!byAge.isEmpty() && byAge.element().time().plus(life).isBefore(now)) {
            nonces.remove(byAge.remove().nonce());
        }
        return nonces.add(nonce) && byAge.add(new Use(nonce, now));
    }
}

package io.github.wxpaycodegen.runtime.notification;

/**
 * Remembers which notifications have been handled, for the gateway sends each until it is answered, and may send it twice even
 * then. Servers that share a notify_url share this too, in a database or Redis: a row for each id, inserted by {@link #claim}
 * where there is none (a unique key decides between two servers), marked by {@link #done}, deleted by {@link #release}. A
 * claim should end by itself after some minutes, for a server may die between the two.
 *
 * <p>This spares handlers the usual duplicates. It cannot make "exactly once" of a handler whose own work and whose mark are
 * two transactions: handlers stay idempotent by their order number.
 */
public interface Deduplication {
    /** What is known of a notification. */
    enum Claim {
        /** It is the caller's to handle, and nobody else's until {@link #done} or {@link #release}. */
        CLAIMED,
        /** Somebody is handling it just now. */
        UNDER_WAY,
        /** It has been handled. */
        DONE
    }

    /**
     * Claims a notification, atomically.
     *
     * @param id its protocol and its id
     */
    Claim claim(String id);

    /** Says that it has been handled. */
    void done(String id);

    /** Says that it has not been handled, and may be claimed again. */
    void release(String id);

    /** Handles everything that comes: for handlers that see duplicates by themselves. */
    static Deduplication none() {
        return new Deduplication() {
            @Override
            public Claim claim(String id) {
                return Claim.CLAIMED;
            }

            @Override
            public void done(String id) {}

            @Override
            public void release(String id) {}
        };
    }
}

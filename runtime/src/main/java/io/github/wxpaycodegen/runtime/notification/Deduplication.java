package io.github.wxpaycodegen.runtime.notification;

/**
 * Store of handled notifications. The gateway repeats each notification until the reply is a success, and may deliver it
 * again even then. Servers that share a notify_url also share this store, in a database or Redis: {@link #claim} inserts a
 * row for the id unless there is one (a unique key decides between two servers), {@link #done} marks it, and {@link
 * #release} deletes it. A claim should expire after some minutes, because a server may fail between these calls.
 *
 * <p>This keeps the usual duplicates away from handlers. It cannot guarantee "exactly once" if the handler's work and
 * the mark are two transactions, so handlers must be idempotent by their order number.
 */
public interface Deduplication {
    /** State of a notification. */
    enum Claim {
        /** The caller must handle it; nobody else gets it until {@link #done} or {@link #release}. */
        CLAIMED,
        /** Another caller is handling it. */
        IN_PROGRESS,
        /** It has been handled. */
        DONE
    }

    /**
     * Claims a notification, atomically.
     *
     * @param id its protocol and its id
     * @return the state; {@link Claim#CLAIMED} if the caller must handle it
     */
    Claim claim(String id);

    /** Marks a notification as handled. */
    void done(String id);

    /** Marks a notification as not handled, so that it can be claimed again. */
    void release(String id);

    /** Returns a store that claims every notification, for handlers that detect duplicates themselves. */
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

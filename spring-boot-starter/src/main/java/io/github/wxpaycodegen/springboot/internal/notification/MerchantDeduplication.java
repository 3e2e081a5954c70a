package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.notification.Deduplication;

/** The part of a shared store that belongs to one merchant. Only v3 makes ids that no two merchants have. */
final class MerchantDeduplication implements Deduplication {
    private final String prefix;
    private final Deduplication shared;

    MerchantDeduplication(String account, Deduplication shared) {
        this.prefix = account + "/";
        this.shared = shared;
    }

    @Override
    public Claim claim(String id) {
        return shared.claim(prefix + id);
    }

    @Override
    public void done(String id) {
        shared.done(prefix + id);
    }

    @Override
    public void release(String id) {
        shared.release(prefix + id);
    }

    /** Returns the name of the store, for messages about it. */
    @Override
    public String toString() {
        return shared.toString();
    }
}

package io.github.wxpaycodegen.runtime.internal.failure;

import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds out whether the operation of a failed call took effect. */
public interface Settling {
    /** Returns why that cannot be found out, and what to do instead; null if it can. */
    @Nullable
    String obstacle();

    /** Runs the query, to which nothing is an obstacle, and waits for its response. */
    SettlingResponse settle();

    /** Begins the query, to which nothing is an obstacle. */
    CompletableFuture<SettlingResponse> begin();
}

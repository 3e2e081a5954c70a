package io.github.wxpaycodegen.runtime.internal.failure;

import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds out whether the operation of a failed call took effect. */
public interface Settling {
    /** Returns why that is not possible, and what to do instead; null if it is possible. */
    @Nullable
    String obstacle();

    /** Returns the numbers by which the query finds what the failed call was about, for a message; empty if there are none. */
    String numbers();

    /** Runs the query and waits for its response. There must be no obstacle. */
    SettlingResponse settle();

    /** Starts the query. There must be no obstacle. */
    CompletableFuture<SettlingResponse> begin();
}

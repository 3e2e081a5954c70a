package io.github.wxpaycodegen.runtime.internal.failure;

import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.operation.OperationInfo;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds out whether the operation of a failed call took effect. */
interface Settling {
    /** Returns why that cannot be found out, and what to do instead; null if it can. */
    @Nullable
    String obstacle();

    /** Returns the query; its title is not known. */
    OperationInfo query();

    /** Begins the query, to which nothing is an obstacle. */
    CompletableFuture<Message> begin();
}

package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.message.Message;
import java.util.concurrent.CompletableFuture;

/** Calls the query that settles an operation; generated code has one for each operation that can be settled. */
@FunctionalInterface
public interface SettlingQuery {
    /**
     * Begins the query.
     *
     * @param context the place of the query in the chain, its template segments included
     * @param held what the failed request holds
     */
    CompletableFuture<? extends Message> call(ApiContext context, HeldFields held);
}

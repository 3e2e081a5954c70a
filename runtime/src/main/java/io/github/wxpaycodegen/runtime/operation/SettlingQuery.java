package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.message.Message;
import java.util.concurrent.CompletableFuture;

/**
 * Calls the query that settles an operation; generated code has one for each operation that can be settled.
 *
 * @param <C> the context of calls, which is above this package: {@code ApiContext}
 */
@FunctionalInterface
public interface SettlingQuery<C> {
    /**
     * Begins the query.
     *
     * @param context the place of the query in the chain, its template segments included
     * @param held what the failed request holds
     */
    CompletableFuture<? extends Message> call(C context, HeldFields held);
}
